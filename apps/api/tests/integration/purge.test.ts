import { openDatabase, type Database } from '../../src/db/client.ts';
import { purgeCarts } from '../../src/jobs/carts.purge.handler.ts';
import { purgeCartsJob } from '../../src/jobs/carts.purge.job.ts';
import { purgeIdempotencyKeys } from '../../src/jobs/idempotency.purge.handler.ts';
import { runnableJob } from '../../src/jobs/runnableJob.ts';
import { createContext } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let testDatabase: TestDatabase;
let database: Database;

/** Without Prisma, which the job worker would keep: 36 MiB from its first purge on. */
function context() {
  const refuse = (): never => {
    throw new Error('A purge loads Prisma');
  };
  const prisma = new Proxy({}, { get: refuse }) as Database['prisma'];
  return createContext({ ...database, prisma }, { kind: 'system', id: 'test' }, 'job_test');
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 2 });
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
  await purgeIdempotencyKeys(context());
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
  await runnableJob(purgeCartsJob, purgeCarts).run(context(), byTheClock, {});
  const { rows } = await database.pool.query('SELECT id FROM carts ORDER BY id');
  expect(rows).toEqual([{ id: 'cart_open' }, { id: 'cart_ordered' }]);
});
