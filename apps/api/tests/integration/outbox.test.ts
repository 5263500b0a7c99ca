import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { defineSubscriber } from '../../src/events/defineSubscriber.ts';
import { emit } from '../../src/events/outbox.ts';
import { orderMailSubscriber } from '../../src/events/orderMail.subscriber.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { runWithAmbient, currentAmbient } from '../../src/utils/ambient.ts';
import { createContext } from '../../src/utils/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let testDatabase: TestDatabase;
let database: Database;
const queue = createQueueService();
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
    const { id, statements } = await runWithAmbient('req_test', async () =>
      inTransaction(context(), async (ctx) => {
        const before = currentAmbient()?.statements ?? 0;
        const eventId = await emit(ctx, 'order.confirmed', { orderId: 'ord_1' });
        return { id: eventId, statements: (currentAmbient()?.statements ?? 0) - before };
      }),
    );
    expect(statements).toBe(1);
    const events = await database.pool.query('SELECT id, type, payload, request_id FROM events');
    expect(events.rows).toEqual([
      { id, type: 'order.confirmed', payload: { orderId: 'ord_1' }, request_id: 'req_test' },
    ]);
    expect(await queuedJobs()).toEqual([
      {
        name: 'event.orderMail',
        payload: { eventId: id, type: 'order.confirmed', payload: { orderId: 'ord_1' } },
        max_attempts: orderMailSubscriber.job.maxAttempts,
      },
    ]);
  });

  test('an event without subscribers is kept all the same', async () => {
    await inTransaction(context(), (ctx) => emit(ctx, 'order.placed', { orderId: 'ord_1' }));
    const { rows } = await database.pool.query('SELECT type FROM events');
    expect(rows).toEqual([{ type: 'order.placed' }]);
    expect(await queuedJobs()).toEqual([]);
  });

  test('a rollback takes the event and its jobs with it', async () => {
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
  async function delivery() {
    const eventId = await inTransaction(context(), (ctx) =>
      emit(ctx, 'order.confirmed', { orderId: 'ord_1' }),
    );
    return { eventId, type: 'order.confirmed', payload: { orderId: 'ord_1' } };
  }

  test('takes effect once, however often and in parallel an event is delivered', async () => {
    const payload = await delivery();
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    const deliver = () => orderMailSubscriber.job.run(payload, context(), { queue });
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(await queuedJobs()).toEqual([
      {
        name: 'email.order',
        payload: { orderId: 'ord_1', kind: 'confirmation' },
        max_attempts: 15,
      },
    ]);
  });

  test('that fails has consumed nothing, and may succeed the next time', async () => {
    const payload = await delivery();
    let runs = 0;
    const seen: unknown[] = [];
    const { job } = defineSubscriber({
      consumer: 'testConsumer',
      events: ['order.confirmed'],
      maxAttempts: 3,
      async handle(event, _ctx, _services: object) {
        runs += 1;
        if (runs === 1) throw new Error('not yet');
        seen.push(event);
      },
    });
    await expect(job.run(payload, context(), {})).rejects.toThrow('not yet');
    await job.run(payload, context(), {});
    await job.run(payload, context(), {});
    expect(seen).toEqual([
      { id: payload.eventId, type: 'order.confirmed', payload: { orderId: 'ord_1' } },
    ]);
  });

  test('consumes apart from the others', async () => {
    const payload = await delivery();
    const consumers: string[] = [];
    for (const consumer of ['one', 'two']) {
      const { job } = defineSubscriber({
        consumer,
        events: ['order.confirmed'],
        maxAttempts: 3,
        async handle(_event, _ctx, _services: object) {
          consumers.push(consumer);
        },
      });
      await job.run(payload, context(), {});
    }
    expect(consumers).toEqual(['one', 'two']);
  });

  test('refuses an event that it does not listen to', async () => {
    const delivered = { eventId: 'ev_1', type: 'order.placed', payload: { orderId: 'ord_1' } };
    const run = orderMailSubscriber.job.run(delivered, context(), { queue });
    await expect(run).rejects.toThrow(/payload is not valid/);
  });
});

async function queuedJobs(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `SELECT task_identifier AS name, p.payload, jobs.max_attempts
     FROM graphile_worker.jobs JOIN graphile_worker._private_jobs p USING (id) ORDER BY id`,
  );
  return rows;
}
