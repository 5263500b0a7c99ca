import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { createEventBus, type EventBus } from '../../src/services/eventBus.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { recordingLogger } from '../helpers/recordingLogger.ts';

let testDatabase: TestDatabase;
let database: Database;
let logger: ReturnType<typeof recordingLogger>;
/** Two processes' buses. */
let here: EventBus;
let there: EventBus;
/** Says that products have changed, as the database's triggers do. */
const announce = ({ db }: Context, payload: { ids: string[] | null }) =>
  db.prisma
    .$executeRaw`SELECT pg_notify('cartwright', ${JSON.stringify({ type: 'product.changed', payload })})`;
const context = () => createContext(database, { kind: 'guest' }, 'req_test');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 3 });
});

beforeEach(async () => {
  logger = recordingLogger();
  const open = () =>
    createEventBus({ url: testDatabase.url, logger, backoff: { firstMs: 50, maxMs: 100 } });
  [here, there] = [open(), open()];
  await Promise.all([here.start(), there.start()]);
});

afterEach(async () => {
  await Promise.all([here.close(), there.close()]);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test('all processes receive the notifications of the database', async () => {
  const heard: string[] = [];
  here.on('product.changed', ({ ids }) => void heard.push(`here ${ids?.join()}`));
  there.on('product.changed', ({ ids }) => void heard.push(`there ${ids?.join()}`));
  await announce(context(), { ids: ['prod_1', 'prod_2'] });
  await eventually(() => heard.length === 2);
  expect(heard.toSorted()).toEqual(['here prod_1,prod_2', 'there prod_1,prod_2']);
});

test('in a transaction the notification is sent at the commit', async () => {
  const heard: unknown[] = [];
  there.on('product.changed', (payload) => void heard.push(payload));
  await inTransaction(context(), async (ctx) => {
    await announce(ctx, { ids: ['prod_kept'] });
    await delay(100);
    expect(heard).toEqual([]);
  });
  const failing = inTransaction(context(), async (ctx) => {
    await announce(ctx, { ids: ['prod_lost'] });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await eventually(() => heard.length > 0);
  await delay(50);
  expect(heard).toEqual([{ ids: ['prod_kept'] }]);
});

test('notifications of triggers are received', async () => {
  const heard: unknown[] = [];
  there.on('product.changed', (payload) => void heard.push(payload));
  await database.pool.query(
    `INSERT INTO products (id, handle, title) VALUES ('prod_x', 'x', 'X') ON CONFLICT DO NOTHING`,
  );
  await eventually(() => heard.length > 0);
  expect(heard).toEqual([{ ids: ['prod_x'] }]);
});

test('a lost connection is replaced, and listeners are notified', async () => {
  const heard: string[] = [];
  there.on('bus.reconnected', () => void heard.push('reconnected'));
  there.on('product.changed', () => void heard.push('news'));
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'cartwright-bus' AND datname = current_database()`,
  );
  await eventually(() => heard.includes('reconnected'));
  await announce(context(), { ids: null });
  await eventually(() => heard.includes('news'));
  expect(heard).toEqual(['reconnected', 'news']);
  expect(logger.lines.map(({ level }) => level)).toEqual(expect.arrayContaining(['warn', 'info']));
});

describe('what goes wrong', () => {
  test('a failing listener is logged and does not affect others; a removed one is not called', async () => {
    const heard: string[] = [];
    const leave = there.on('product.changed', () => void heard.push('left'));
    there.on('product.changed', () => {
      throw new Error('broken listener');
    });
    there.on('product.changed', async () => void heard.push('second'));
    leave();
    await announce(context(), { ids: null });
    await eventually(() => heard.length > 0);
    expect(heard).toEqual(['second']);
    expect(logger.lines[0]?.message).toBe('A listener to product.changed failed');
  });

  test('unknown notifications are ignored', async () => {
    const heard: unknown[] = [];
    there.on('product.changed', (payload) => void heard.push(payload));
    for (const text of [
      'not JSON',
      '{"type":"unheard.of"}',
      '{"type":"product.changed"}',
      'null',
    ]) {
      await database.pool.query('SELECT pg_notify($1, $2)', ['cartwright', text]);
    }
    await announce(context(), { ids: ['prod_last'] });
    await eventually(() => heard.length > 0);
    expect(heard).toEqual([{ ids: ['prod_last'] }]);
  });

  test('a missing database is reported at the start', async () => {
    const lost = createEventBus({ url: 'postgresql://shop@127.0.0.1:1/x', logger });
    await expect(lost.start()).rejects.toThrow(/ECONNREFUSED/);
    await lost.close();
  });
});
