import type { Database } from '../../src/db/client.ts';
import { runWithRequestStore } from '../../src/kernel/requestStore.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { selectIdentity } from '../../src/services/identity/statements.ts';
import { statementsOf } from '../helpers/carts.ts';
import { createProduct } from '../helpers/catalog.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { readStatementTable, writeStatementTable } from '../helpers/statementTable.ts';
import { loadScenes } from '../scenes/loadScenes.ts';
import { sceneSettings, type Scene, type Stage } from '../scenes/scene.ts';

const MANY = 15;

const scenes = await loadScenes();

let shop: SalesApp;
let stage: Stage;
/** `npm run docs:tables` writes the table from these counts. */
const isUpdate = process.env['UPDATE_STATEMENTS'] !== undefined;
const counted = new Map<string, number>();
let documented: ReadonlyMap<string, number>;

beforeAll(async () => {
  documented = isUpdate ? counted : await readStatementTable();
  shop = await startSalesApp({ env: sceneSettings });
  leaveIdentitiesOut(shop.container.database);
  const variants = Array.from({ length: MANY + 1 }, () => ({ stock: 10_000 }));
  const { variantIds } = await createProduct(shop.ctx, { variants });
  stage = { shop, variantIds };
  for (let product = 0; product < MANY; product++) await createProduct(shop.ctx);
}, 60_000);

afterAll(async () => {
  if (isUpdate) await writeStatementTable(counted);
  await shop.close();
});

/** Who calls is read once in a while, whenever the cache has lost it: it is not counted. */
function leaveIdentitiesOut(database: Database): void {
  const query = database.query.bind(database);
  database.query = (statement, ...given) => {
    const send = () => query(statement, ...given);
    return statement.name === selectIdentity.name ? runWithRequestStore('identity', send) : send();
  };
}

async function costOf(scene: Scene, size: number): Promise<number> {
  const answer = await scene(stage, size);
  if (answer.status >= 400) throw new Error(`${answer.status}: ${answer.text}`);
  return statementsOf(answer);
}

describe('The statements of a request', () => {
  test('are counted for every operation', () => {
    const shown = new Set(scenes.map(([name]) => name.split(',')[0]));
    const operations = apiRoutes(shop.container).map(({ operationId }) => operationId);
    expect(operations.filter((operation) => !shown.has(operation))).toEqual([]);
  });

  test.each(scenes)('do not grow with the data: %s', async (name, scene) => {
    const few = await costOf(scene, 1);
    counted.set(name, few);
    expect({ few, many: await costOf(scene, MANY) }).toEqual({ few, many: few });
    expect({ [name]: few }).toEqual({ [name]: documented.get(name) });
  });

  test('are documented for exactly these requests', () => {
    expect([...documented.keys()].toSorted()).toEqual(scenes.map(([name]) => name).toSorted());
  });
});

test('A whole purchase takes at most 30 statements, of which reading the cart takes one and adding an item at most 3', async () => {
  const [first = '', second = ''] = stage.variantIds;
  const opening = await shop.api
    .post('/api/v1/carts')
    .send({ items: [{ variantId: first, quantity: 1 }] });
  const { id } = opening.body.data as { id: string };
  const cart = `/api/v1/carts/${id}`;
  const patch = (body: object) => shop.api.patch(cart).send(body);
  const shopper = { email: 'ada@example.com', shippingAddress: address, billingAddress: address };
  const steps = [
    opening,
    await patch(shopper),
    await shop.api.get(`${cart}/shipping-options`),
    await patch({ shippingOptionId: shop.shippingOptionId }),
  ];
  const checkout = await shop.checkout(id);
  const { order, orderToken } = checkout.body.data as { order: { id: string }; orderToken: string };
  const read = shop.api.get(`/api/v1/orders/${order.id}`).set('X-Order-Token', orderToken);
  steps.push(checkout, await read);
  expect(steps.map(({ status }) => status)).toEqual([201, 200, 200, 200, 201, 200]);
  const total = steps.map(statementsOf).reduce((sum, statements) => sum + statements);
  expect(total).toBeLessThanOrEqual(30);

  const other = (await shop.api.post('/api/v1/carts').send({})).body.data as { id: string };
  const adding = await shop.api
    .post(`/api/v1/carts/${other.id}/items`)
    .send({ variantId: second, quantity: 1 });
  expect(statementsOf(adding)).toBeLessThanOrEqual(3);
  expect(statementsOf(await shop.api.get(`/api/v1/carts/${other.id}`))).toBe(1);
});
