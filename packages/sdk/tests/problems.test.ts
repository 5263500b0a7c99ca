import {
  CartwrightConnectionError,
  CartwrightProblem,
  createCartwright,
  unwrap,
} from '../src/index.ts';
import {
  answer,
  openScriptedShop,
  refuse,
  type ScriptedShop,
  type Step,
} from './helpers/scriptedShop.ts';

let server: ScriptedShop | undefined;
afterEach(() => server?.close());

async function open(...steps: [Step, ...Step[]]) {
  server = await openScriptedShop(...steps);
  return { shop: createCartwright({ baseUrl: server.base, retries: 0 }), server };
}

const shortages = [{ variantId: 'var_1', requested: 2, available: 1 }];
const errors = [{ path: 'items.0.quantity', code: 'out_of_stock', message: 'One is left.' }];

test('a refusal is thrown with its code, status, errors and further members', async () => {
  const { shop } = await open(
    refuse(409, 'out_of_stock', { 'X-Shop': 'yes' }, { errors, shortages }),
  );
  const refusal = await shop.carts.create().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(CartwrightProblem);
  expect(refusal).toMatchObject({
    code: 'out_of_stock',
    status: 409,
    type: '/docs/errors#out_of_stock',
    message: 'It does not work: out_of_stock.',
    requestId: 'req_1',
    errors,
    problem: { shortages },
  });
  expect(refusal instanceof CartwrightProblem && refusal.response.headers.get('X-Shop')).toBe(
    'yes',
  );
});

test.each<[string, Step]>([
  ['a page of a proxy', answer(500, '<h1>Internal error</h1>', { 'Content-Type': 'text/html' })],
  ['an empty refusal', (response) => void response.writeHead(403, { 'Content-Length': 0 }).end()],
  ['an answer without a body', (response) => void response.writeHead(204).end()],
])('%s is not treated as an answer of the shop', async (_name, step) => {
  const { shop } = await open(step);
  await expect(shop.carts.create()).rejects.toBeInstanceOf(CartwrightConnectionError);
});

test('the routes of `api` return a refusal as a value, and unwrap throws it', async () => {
  const { shop } = await open(refuse(404, 'not_found'));
  const outcome = await shop.api.GET('/api/v1/categories');
  expect(outcome.error).toMatchObject({ code: 'not_found' });
  await expect(unwrap(shop.api.GET('/api/v1/categories'))).rejects.toMatchObject({
    code: 'not_found',
  });
});
