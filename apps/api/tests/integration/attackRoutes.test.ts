import { newId } from '../../src/kernel/ids.ts';
import { holderOf } from '../../src/kernel/permissions.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import type { Route } from '../../src/kernel/route.ts';
import { isUpdate, readAccessRows, textOf, writeAccessRows } from '../helpers/accessTable.ts';
import { createProduct } from '../helpers/catalog.ts';
import { openOwnCart } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { recordScenes, type Exchange, type SentRequest } from '../helpers/recordedScenes.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { sceneSettings } from '../scenes/scene.ts';

/**
 * Every operation is called once, as its owner; just before, while its ids exist, others send the
 * same request.
 */
let shop: SalesApp;
let exchanges: readonly Exchange[];
const stolen: { request: SentRequest; status: number; cacheControl: string | null }[] = [];

beforeAll(async () => {
  shop = await startSalesApp({ env: sceneSettings });
  const customer = await signInPerson(shop.container);
  const admin = await signInPerson(shop.container, { isCustomer: false, role: 'admin' });
  exchanges = await recordScenes(shop, async (request) => {
    if (!isOfAnOwner(request.route)) return;
    const { headers, body, route } = request;
    const thief = holderOf.get(route.permission) === 'staff' ? admin : customer;
    const { Authorization: _own, 'X-Order-Token': _token, ...others } = headers;
    const answer = await fetch(shop.url + request.path, {
      method: route.method.toUpperCase(),
      headers: { ...others, 'Content-Type': 'application/json', ...thief.as },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const cacheControl = answer.headers.get('cache-control');
    stolen.push({ request, status: answer.status, cacheControl });
  });
}, 300_000);
afterAll(() => shop.close());

/** Routes with ids that say nothing about an owner: anyone may read them, or the id is the secret. */
const OF_NO_ONE = /^\/(?:products|countries|carts|auth\/providers)\//;

/** Whether it names something by an id that belongs to a customer. */
const isOfAnOwner = ({ path, permission }: Route) =>
  path.includes(':') &&
  !OF_NO_ONE.test(path) &&
  (permission === 'public' || permission.endsWith(':own'));

describe('The ids of someone else', () => {
  test('are unknown to everyone else, on every route that takes one', () => {
    const found = stolen.filter(({ status }) => status !== 404);
    expect(found.map(({ request, status }) => `${request.route.operationId}: ${status}`)).toEqual(
      [],
    );
  });

  test('were tried on all routes, and each of the owners succeeded afterwards', () => {
    const succeeded = exchanges.filter(({ answer }) => answer.status < 400);
    const named = new Set(succeeded.map(({ route }) => route.operationId));
    const tried = new Set(stolen.map(({ request }) => request.route.operationId));
    const routes = apiRoutes(shop.container);
    const operations = routes.map(({ operationId }) => operationId);
    expect(operations.filter((operation) => !named.has(operation))).toEqual([]);
    const owned = routes.filter(isOfAnOwner).map(({ operationId }) => operationId);
    expect([...tried].toSorted()).toEqual(owned.toSorted());
    expect(owned.length).toBeGreaterThan(10);
  });

  test('are counted in the documented matrix', async () => {
    const verdicts = { 'let in': 0, 401: 0, 403: 0, 404: 0 };
    const tried = new Set(stolen.map(({ request }) => request.route.operationId));
    const row = { caller: 'another customer, with ids of the first', verdicts };
    const counted = { ...row, verdicts: { ...verdicts, 404: tried.size } };
    if (isUpdate) await writeAccessRows([counted]);
    expect(await readAccessRows([row.caller])).toEqual([textOf(counted)]);
  });
});

test('The cart of a customer is unknown to everyone else, on every route that takes its id', async () => {
  const { api, container } = shop;
  const [owner, thief] = [await signInPerson(container), await signInPerson(container)];
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 10 }] });
  const items = variantIds.map((variantId) => ({ variantId, quantity: 1 }));
  const {
    id,
    items: [item],
  } = await openOwnCart(shop, owner, items);
  const routes = apiRoutes(container).filter(({ path }) => path.includes('/:cartId'));
  const found: string[] = [];
  for (const { operationId, method, path } of routes) {
    // What is sent is valid, so that only the owner is missing.
    const example = exchanges.find(({ route }) => route.operationId === operationId);
    const address = `/api/v1${path.replace(':cartId', id).replace(':itemId', item?.id ?? '')}`;
    for (const as of [thief.as, {}]) {
      const key = { 'Idempotency-Key': newId('request') };
      const sent = await api[method](address)
        .set({ ...key, ...as })
        .send(example?.body as object);
      if (sent.status !== 404) found.push(`${operationId}: ${sent.status} ${sent.text}`);
    }
  }
  expect(found).toEqual([]);
  expect(routes.length).toBeGreaterThan(6);
  await api.get(`/api/v1/carts/${id}`).set(owner.as).expect(200);
});

describe('A shared cache', () => {
  const isShared = (value: unknown) => /public|s-maxage/.test(String(value));

  test('is allowed to keep the catalogue, and no other answer', () => {
    const kept = exchanges.filter(({ answer }) => isShared(answer.headers['cache-control']));
    const wrong = kept.filter(({ route }) => route.cache !== 'catalog');
    expect(wrong.map(({ route, path }) => `${route.operationId} ${path}`)).toEqual([]);
    expect(kept.length).toBeGreaterThan(3);
    expect(stolen.filter(({ cacheControl }) => isShared(cacheControl))).toEqual([]);
  });

  test('is told to keep nothing of any other answer', () => {
    const others = exchanges.filter(({ route }) => route.cache !== 'catalog');
    const silent = others.filter(({ answer }) => {
      return !/no-store|private/.test(String(answer.headers['cache-control']));
    });
    expect(silent.map(({ route, answer }) => `${route.operationId}: ${answer.status}`)).toEqual([]);
  });

  test('keeps only what everyone may read, without a cookie', () => {
    const kept = exchanges.filter(({ answer }) => isShared(answer.headers['cache-control']));
    expect(kept.filter(({ route }) => route.permission !== 'public')).toEqual([]);
    expect(kept.filter(({ answer }) => answer.headers['set-cookie'])).toEqual([]);
  });
});
