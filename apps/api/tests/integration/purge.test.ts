import { openDatabase, type Database } from '../../src/db/client.ts';
import { purgeCarts as purgeCartsHandler } from '../../src/jobs/carts.purge.handler.ts';
import { purgeCartsJob } from '../../src/jobs/carts.purge.job.ts';
import { runnableJob } from '../../src/jobs/runnableJob.ts';
import { createContext } from '../../src/kernel/context.ts';
import { purgeCarts } from '../../src/services/carts/purgeCarts.ts';
import { purgeKeys } from '../../src/services/idempotency/purgeKeys.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';

let testDatabase: TestDatabase;
let database: Database;
const context = () => createContext(database, { kind: 'system', id: 'test' }, 'job_test');

async function waitsForLock(): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount === 1;
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 3 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test('idempotency keys are kept for 24 hours', async () => {
  for (const [key, age] of [
    ['young', '23 hours 59 minutes'],
    ['old', '24 hours 1 minute'],
  ]) {
    await database.pool.query(
      `INSERT INTO idempotency_keys (principal, route, key, fingerprint, leased_until, created_at)
       VALUES ('guest', 'r', $1, '', now(), now() - $2::interval)`,
      [key, age],
    );
  }
  await purgeKeys(context());
  const { rows } = await database.pool.query('SELECT key FROM idempotency_keys');
  expect(rows).toEqual([{ key: 'young' }]);
});

test('expired carts are deleted, unless they have become an order', async () => {
  for (const [id, status, age] of [
    ['cart_open', 'open', '-1 hour'],
    ['cart_expired', 'open', '1 hour'],
    ['cart_ordered', 'completed', '1 hour'],
  ]) {
    await database.pool.query(
      `INSERT INTO carts (id, status, currency, expires_at)
       VALUES ($1, $2::cart_status, 'USD', now() - $3::interval)`,
      [id, status, age],
    );
  }
  const byTheClock = { _cron: { ts: '2026-01-01T00:00:00Z' } };
  await runnableJob(purgeCartsJob, purgeCartsHandler).run(context(), byTheClock, {
    carts: { purge: purgeCarts },
  });
  const { rows } = await database.pool.query('SELECT id FROM carts ORDER BY id');
  expect(rows).toEqual([{ id: 'cart_open' }, { id: 'cart_ordered' }]);
});

test('a purge of many rows deletes them in batches', async () => {
  await database.pool.query(
    `INSERT INTO idempotency_keys (principal, route, key, fingerprint, leased_until, created_at)
     SELECT 'guest', 'r', 'many' || n, '', now(), now() - interval '2 days'
     FROM generate_series(1, 2500) n`,
  );
  await purgeKeys(context());
  expect(await database.prisma.idempotencyKey.count()).toBe(1);
});

test('a cart that a shopper writes to while the purge runs is kept', async () => {
  await database.pool.query(
    `INSERT INTO carts (id, status, currency, expires_at)
     VALUES ('cart_late', 'open', 'USD', now() - interval '1 hour')`,
  );
  const shopper = await database.pool.connect();
  try {
    await shopper.query('BEGIN');
    await shopper.query(`UPDATE carts SET expires_at = now() + '1 day' WHERE id = 'cart_late'`);
    const purge = purgeCarts(context());
    await eventually(waitsForLock);
    await shopper.query('COMMIT');
    await purge;
  } finally {
    shopper.release();
  }
  expect(await database.prisma.cart.count({ where: { id: 'cart_late' } })).toBe(1);
});
