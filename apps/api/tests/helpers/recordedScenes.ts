import type { Response, Test } from 'supertest';
import type { Route } from '../../src/kernel/route.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { loadScenes } from '../scenes/loadScenes.ts';
import type { Stage } from '../scenes/scene.ts';
import { createProduct } from './catalog.ts';
import type { SalesApp } from './salesApp.ts';

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** A request to one of the routes, with all that it takes to send it again. */
export interface SentRequest {
  readonly route: Route;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that was answered. */
export interface Exchange extends SentRequest {
  readonly answer: Response;
}

/** What is done before each request is sent. */
type Before = (request: SentRequest) => Promise<void>;

/**
 * Has a shop's requests be kept.
 * @param before sends others, while the ids of the request still exist.
 * @returns the list, to which each answered request is added.
 */
function recordRequests({ api, container }: SalesApp, before: Before): Exchange[] {
  const routes = apiRoutes(container).map((route) => ({ route, pattern: patternOf(route) }));
  const exchanges: Exchange[] = [];
  for (const method of METHODS) {
    const send = api[method].bind(api);
    api[method] = (path: string) => {
      const test = send(path);
      const [own = ''] = path.split('?');
      const found = routes.find(({ route, pattern }) => {
        return route.method === method && pattern.test(own);
      });
      if (!found) return test;
      const sent = () => ({ route: found.route, path, ...partsOf(test) });
      const end = test.end.bind(test);
      test.end = (done) => {
        void sendAfter(before(sent()), () => void end(done));
        return test;
      };
      test.on('response', (answer: Response) => exchanges.push({ ...sent(), answer }));
      return test;
    };
  }
  return exchanges;
}

async function sendAfter(others: Promise<void>, send: () => void): Promise<void> {
  await others;
  send();
}

function partsOf(test: Test): Pick<SentRequest, 'headers' | 'body'> {
  const { header, _data: body } = test as Test & { header: object; _data: unknown };
  const headers = Object.entries(header).map(([name, value]) => [name, String(value)]);
  return { headers: Object.fromEntries(headers) as Record<string, string>, body };
}

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}$`.replace('/$', '/?$'));
}

/** Runs the scene of each operation. @returns the requests of all, also those that prepare others. */
export async function recordScenes(
  shop: SalesApp,
  before: Before = async () => {},
): Promise<readonly Exchange[]> {
  const exchanges = recordRequests(shop, before);
  const variants = Array.from({ length: 3 }, () => ({ stock: 10_000 }));
  const { variantIds } = await createProduct(shop.ctx, { variants });
  const stage: Stage = { shop, variantIds };
  for (const [name, scene] of await loadScenes()) {
    const { status, text } = await scene(stage, 1);
    if (status >= 400) throw new Error(`${name}: ${status} ${text}`);
  }
  return [...exchanges];
}
