import { openDatabase, type Database } from '../../src/db/client.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { EventPayload, EventType } from '../../src/events/eventMap.ts';
import { emit } from '../../src/events/outbox.ts';
import { sendEmailJob } from '../../src/jobs/email.send.job.ts';
import { runWithRequestStore, currentRequest } from '../../src/kernel/requestStore.ts';
import { createContext } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let testDatabase: TestDatabase;
let database: Database;
const context = () => createContext(database, { kind: 'guest' }, 'req_test');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 4 });
});

afterEach(async () => {
  await database.pool.query('DELETE FROM events');
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

describe('emit', () => {
  test('writes the event and a job per subscriber, in one statement', async () => {
    const { id, statements } = await runWithRequestStore('req_test', async () =>
      inTransaction(context(), async (ctx) => {
        const before = currentRequest()?.statements ?? 0;
        const eventId = await emit(ctx, 'order.confirmed', { orderId: 'ord_1' });
        return { id: eventId, statements: (currentRequest()?.statements ?? 0) - before };
      }),
    );
    expect(statements).toBe(1);
    const events = await database.pool.query('SELECT id, type, payload, request_id FROM events');
    expect(events.rows).toEqual([
      { id, type: 'order.confirmed', payload: { orderId: 'ord_1' }, request_id: 'req_test' },
    ]);
    expect(await queuedJobs()).toEqual([
      {
        name: 'email.send',
        payload: { mail: 'order.confirmation', about: { orderId: 'ord_1' } },
        max_attempts: sendEmailJob.maxAttempts,
      },
    ]);
  });

  test('stores an event without subscribers, too', async () => {
    await inTransaction(context(), (ctx) => emit(ctx, 'order.placed', { orderId: 'ord_1' }));
    const { rows } = await database.pool.query('SELECT type FROM events');
    expect(rows).toEqual([{ type: 'order.placed' }]);
    expect(await queuedJobs()).toEqual([]);
  });

  test('is rolled back with the transaction, event and jobs alike', async () => {
    const failing = inTransaction(context(), async (ctx) => {
      await emit(ctx, 'order.confirmed', { orderId: 'ord_1' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { rows } = await database.pool.query('SELECT type FROM events');
    expect(rows).toEqual([]);
    expect(await queuedJobs()).toEqual([]);
  });

  test('is refused outside a transaction', async () => {
    await expect(emit(context(), 'order.paid', { orderId: 'ord_1' })).rejects.toThrow(
      /outside the transaction/,
    );
  });
});

describe('a durable subscriber', () => {
  test('is recorded as notified of its event, and of no other', async () => {
    const id = await emitted('order.confirmed', { orderId: 'ord_1' });
    await emitted('order.placed', { orderId: 'ord_1' });
    const { rows } = await database.pool.query('SELECT consumer, event_id FROM event_consumptions');
    expect(rows).toEqual([{ consumer: 'orderMail', event_id: id }]);
  });

  test('is recorded separately from other subscribers', async () => {
    await emitted('refund.failed', { orderId: 'ord_1', refundId: 'ref_1' });
    const dispute = { orderId: 'ord_1', paymentId: 'pay_1', disputeId: 'dp_1' };
    await emitted('dispute.opened', dispute);
    const late = { orderId: 'ord_1', paymentId: 'pay_1', reason: 'duplicate' } as const;
    await emitted('payment.needs_refund', late);
    expect(await queuedJobs()).toMatchObject([
      { name: 'email.send', payload: { mail: 'refund.failed', about: { refundId: 'ref_1' } } },
      { name: 'email.send', payload: { mail: 'dispute.opened', about: dispute } },
      { name: 'email.send', payload: { mail: 'order.paid_twice', about: { orderId: 'ord_1' } } },
    ]);
  });

  test('counts as notified of an event for which it queues no job', async () => {
    const id = await emitted('order.expired', { orderId: 'ord_1', wasTried: false });
    const { rows } = await database.pool.query('SELECT consumer, event_id FROM event_consumptions');
    expect(rows).toEqual([{ consumer: 'orderMail', event_id: id }]);
    expect(await queuedJobs()).toEqual([]);
  });

  test('can delay its job', async () => {
    await emitted('payment.authorization_lost', { orderId: 'ord_1', paymentId: 'pay_1' });
    const { rows } = await database.pool.query<{ seconds: number }>(
      `SELECT extract(epoch FROM run_at - now())::float8 AS seconds FROM graphile_worker.jobs`,
    );
    expect(rows[0]?.seconds).toBeGreaterThan(60);
    expect(rows[0]?.seconds).toBeLessThanOrEqual(120);
  });
});

function emitted<T extends EventType>(type: T, payload: EventPayload<T>): Promise<string> {
  return inTransaction(context(), (ctx) => emit(ctx, type, payload));
}

async function queuedJobs(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `SELECT task_identifier AS name, p.payload, jobs.max_attempts
     FROM graphile_worker.jobs JOIN graphile_worker._private_jobs p USING (id) ORDER BY id`,
  );
  return rows;
}
