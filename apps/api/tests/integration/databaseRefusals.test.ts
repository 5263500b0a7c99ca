import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { JobWorker } from '../../src/services/queue/jobWorker.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { recordingLogger } from '../helpers/recordingLogger.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { testJob } from '../helpers/testJob.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
  variantId = variantIds[0] ?? '';
});
afterAll(() => shop.close());

const sql = (text: string) => shop.container.database.pool.query(text);
const isReady = async () => (await shop.api.get('/health/ready')).status === 200;

/** Makes the database refuse every write to a table, as with a full disk. */
async function refuse(table: string, code: string): Promise<() => Promise<unknown>> {
  await sql(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = TG_ARGV[0]; END $$`);
  await sql(`CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION refuse('${code}')`);
  return () => sql(`DROP TRIGGER refuse ON ${table}`);
}

test.each(['53100', '53200', '58030'])(
  'a write that the database refuses with %s is a 503, and the shop is not ready until writes pass',
  async (code) => {
    const end = await refuse('carts', code);
    const { status, body, headers } = await shop.api.post('/api/v1/carts').send({});
    await end();
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'service_unavailable', '10']);
    const unready = await shop.api.get('/health/ready');
    expect(unready.status).toBe(503);
    expect(unready.body.checks.database.problem).toMatch(/refuses writes/);
    expect(unready.headers['retry-after']).toBeDefined();
    await shop.api.post('/api/v1/carts').send({}).expect(201);
    await eventually(isReady);
  },
);

test('a checkout that meets a full disk leaves nothing behind, and passes later under the same key', async () => {
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
  const end = await refuse('order_items', '53100');
  await shop.checkout(cartId, undefined, 'no-room').expect(503);
  const { rows } = await sql('SELECT FROM orders UNION ALL SELECT FROM reservations');
  expect(rows).toEqual([]);
  await end();
  const { body, headers } = await shop.checkout(cartId, undefined, 'no-room').expect(201);
  expect(headers['idempotent-replayed']).toBeUndefined();
  expect(body.data.order.cartId).toBe(cartId);
  await eventually(isReady);
});

test('a standby after a failover is not ready, and its connections are not kept', async () => {
  const operator = new Client({ connectionString: shop.container.database.url });
  operator.on('error', () => undefined);
  await operator.connect();
  const name = new URL(shop.container.database.url).pathname.slice(1);
  const endSessions = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  await operator.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  await operator.query(endSessions);
  const cart = () => shop.api.post('/api/v1/carts').send({});
  await eventually(async () => {
    const { body, status } = await shop.api.get('/health/ready');
    return status === 503 && /standby/.test(body.checks.database.problem);
  });
  const refused = await cart();
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '10']);
  // Existing connections stay read-only; new ones accept writes.
  await operator.query(`ALTER DATABASE "${name}" RESET default_transaction_read_only`);
  await operator.end();
  await eventually(async () => (await cart()).status === 201);
  await eventually(isReady);
});

describe('a job', () => {
  let worker: JobWorker | undefined;
  afterEach(() => worker?.stop(5000));

  test('that meets a full disk is retried until it passes, without using up attempts', async () => {
    let isFull = true;
    const runs: number[] = [];
    const job = testJob({
      name: 'test.fullDisk',
      schema: z.object({}),
      maxAttempts: 1,
      async handle() {
        runs.push(performance.now());
        if (isFull) throw Object.assign(new Error('No space left'), { code: '53100' });
        await delay(1);
      },
    });
    const logger = recordingLogger();
    const { database, services } = shop.container;
    const context = shop.ctx;
    const ends: string[] = [];
    worker = await services.queue.startWorker({
      database,
      services: {},
      jobs: [job],
      concurrency: 1,
      logger,
      onJobEnd: ({ outcome }) => void ends.push(outcome),
    });
    await services.queue.enqueue(context, job, {});
    await eventually(() => ends.length === 1);
    isFull = false;
    await eventually(() => ends.length === 2);
    expect(ends).toEqual(['retry', 'done']);
    expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBeGreaterThan(4000);
  });
});
