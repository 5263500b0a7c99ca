import { DatabaseLine } from '../helpers/databaseLine.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { overTcp } from '../helpers/testServer.ts';

/** The server's timeout; the client's is two seconds longer. */
const STATEMENT_TIMEOUT_MS = 1000;
const CLIENT_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 2000;

let database: TestDatabase;
let line: DatabaseLine;
let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = overTcp(database.url);
  line = new DatabaseLine(new URL(url));
  url.port = String(await line.open());
  shop = await startSalesApp({
    env: {
      DATABASE_URL: url.href,
      DATABASE_STATEMENT_TIMEOUT_MS: String(STATEMENT_TIMEOUT_MS),
      DATABASE_POOL_SIZE: '4',
    },
  });
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
  variantId = variantIds[0] ?? '';
});
afterEach(() => line.thaw());
afterAll(async () => {
  await shop.close();
  await line.close();
  await database.drop();
});

const openCart = () => shop.api.post('/api/v1/carts').send({});
const isReady = async () => (await shop.api.get('/health/ready')).status === 200;

test('a frozen database delays no request for long, and each response has a Retry-After', async () => {
  await Promise.all([openCart(), openCart()]);
  line.freeze();
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: 4 }, () => openCart()));
  expect(performance.now() - started).toBeLessThan(CLIENT_TIMEOUT_MS + 10_000);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  expect(answers.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  expect((await shop.api.get('/health/ready')).status).toBe(503);
  line.thaw();
  await eventually(async () => (await openCart()).status === 201);
  await eventually(isReady);
});

test('a connection with an outstanding answer is not used again', async () => {
  const { pool } = shop.container.database;
  await eventually(async () => (await openCart()).status === 201);
  const backend = async () => {
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]?.pid;
  };
  const pids = new Set(await Promise.all([backend(), backend(), backend(), backend()]));
  line.freeze();
  await Promise.all(Array.from({ length: 4 }, () => openCart().expect(503)));
  line.thaw();
  expect(pids).not.toContain(await eventually(() => backend().catch(() => undefined)));
});

test('a checkout whose COMMIT got no answer is one order, however it is repeated', async () => {
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
  line.holdAnswersFrom = 'COMMIT';
  await shop.checkout(cartId, undefined, 'silence').expect(503);
  line.thaw();
  const { body } = await eventually(async () => {
    const answer = await shop.checkout(cartId, undefined, 'silence');
    return answer.status === 201 && answer;
  });
  const { rows } = await shop.container.database.pool.query<{ id: string }>(
    'SELECT id FROM orders WHERE cart_id = $1',
    [cartId],
  );
  expect(rows).toEqual([{ id: body.data.order.id }]);
});
