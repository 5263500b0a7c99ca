import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Operations that a storefront does not call by a method of the client, and why. */
const withoutMethod: Record<string, string> = {
  getRoot: 'It lists links, which a client with methods does not follow.',
  getLiveness: 'For load balancers.',
  getReadiness: 'For load balancers.',
  receiveProviderEvent: 'Payment providers call it.',
  receiveProviderAnswer: 'Providers of sign-ins send the browser there.',
  getProofOfWorkChallenge: 'The refusal of a call has a challenge, which the client solves.',
  refreshSession: 'The client refreshes by itself.',
};
/** Whose callers are no shoppers. */
const forOthers = /^\/api\/v1\/(?:admin\/|auth\/token$)/;

const root = path.resolve(import.meta.dirname, '..');

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
}

async function operations() {
  const text = await readFile(path.join(root, '../../apps/api/openapi.json'), 'utf8');
  const { paths } = JSON.parse(text) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths)
    .filter(([address]) => !forOthers.test(address))
    .flatMap(([address, methods]) =>
      Object.entries(methods).map(([method, { operationId, parameters = [] }]) => ({
        call: `${method.toUpperCase()} ${address}`,
        operationId,
        asksForWork: parameters.some(({ name }) => name === 'x-proof-of-work'),
      })),
    );
}

/** Calls of the areas: `api.GET('/api/v1/…'`. */
async function calls(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const file of glob('src/{account,areas}/*.ts', { cwd: root })) {
    const source = await readFile(path.join(root, file), 'utf8');
    for (const [, method, address] of source.matchAll(/api\.([A-Z]+)\(\s*'([^']+)'/g))
      found.add(`${method} ${address}`);
  }
  const catalog = await readFile(path.join(root, 'src/catalog.ts'), 'utf8');
  for (const [, method, address] of catalog.matchAll(/api\.([A-Z]+)\(\s*'([^']+)'/g))
    found.add(`${method} ${address}`);
  return found;
}

test('the client has a method for each operation of a storefront', async () => {
  const called = await calls();
  const missing = (await operations()).filter(
    ({ call, operationId }) => !called.has(call) && !(operationId in withoutMethod),
  );
  expect(missing).toEqual([]);
});

test('what has no method is an operation of the document', async () => {
  const ids = new Set((await operations()).map(({ operationId }) => operationId));
  expect(Object.keys(withoutMethod).filter((id) => !ids.has(id))).toEqual([]);
});

test('the shop asks for a proof of work only where the client solves its challenge', async () => {
  const asking = (await operations()).filter(({ asksForWork }) => asksForWork);
  expect(asking.map(({ operationId }) => operationId).toSorted()).toEqual(['login', 'register']);
});
