import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { openDatabase } from '../../src/db/client.ts';
import { composedStatement, type None } from '../../src/db/statement.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createProduct } from '../helpers/catalog.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { hasPgBouncer, startPgBouncer, type Pooler } from '../helpers/pgBouncer.ts';
import { startSalesApp } from '../helpers/salesApp.ts';

jest.setTimeout(60_000);

const limits = composedStatement<None, { statements: string; idle: string }>(
  'test.limits',
  `SELECT current_setting('statement_timeout') AS statements,
     current_setting('idle_in_transaction_session_timeout') AS idle`,
);
const sleep = composedStatement<None>('test.sleep', 'SELECT pg_sleep(10)');

let direct: TestDatabase;
beforeAll(async () => {
  direct = await createTestDatabase();
});
afterAll(() => direct.drop());

/** The answers of several connections of a pool. */
async function limitsAt(url: string, statementTimeoutMs?: number) {
  const database = openDatabase({
    url,
    poolSize: 3,
    ...(statementTimeoutMs !== undefined && { statementTimeoutMs }),
  });
  try {
    const answers = await Promise.all([1, 2, 3].map(() => database.query(limits)));
    return answers.flat();
  } finally {
    await database.close();
  }
}

describe('A connection to the database', () => {
  test('has a statement timeout, each one of the pool', async () => {
    expect(await limitsAt(direct.url, 15_000)).toEqual(
      [1, 2, 3].map(() => ({ statements: '15s', idle: '30s' })),
    );
    expect((await limitsAt(direct.url))[0]).toEqual({ statements: '0', idle: '30s' });
  });

  test('sends no startup parameter that a pooler refuses', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const database = openDatabase({
      url: `postgresql://shop@127.0.0.1:${port}/shop`,
      poolSize: 2,
      statementTimeoutMs: 5000,
    });
    server.on('connection', (socket) => {
      socket.once('data', (packet) => {
        server.emit('packet', packet.subarray(8).toString().split('\0'));
        socket.destroy();
      });
    });
    const asked = once(server, 'packet');
    await expect(database.query(limits)).rejects.toThrow(/terminated|ECONNRESET/);
    const [words] = (await asked) as [string[]];
    const names = words.filter((word, index) => index % 2 === 0 && word !== '');
    // PgBouncer tracks only these parameters; it refuses any other (08P01).
    expect(['user', 'database', 'client_encoding', 'application_name']).toEqual(
      expect.arrayContaining(names),
    );
    await database.close();
    server.close();
  });
});

const describeWithPooler = hasPgBouncer ? describe : describe.skip;

describeWithPooler('With PgBouncer in session mode (skipped without pgbouncer)', () => {
  let pooler: Pooler;
  beforeAll(async () => {
    pooler = await startPgBouncer(direct.url);
  });
  afterAll(() => pooler.stop());

  test('connections have the same timeouts as without it', async () => {
    const url = pooler.urlOf(direct.url);
    expect(await limitsAt(url, 15_000)).toEqual(
      [1, 2, 3].map(() => ({ statements: '15s', idle: '30s' })),
    );
    // The next client of the same connection to the server is limited by its own figure.
    const database = openDatabase({ url, poolSize: 1, statementTimeoutMs: 200 });
    await expect(database.query(sleep)).rejects.toMatchObject({ code: '57014' });
    await database.close();
  });

  test('an empty database is migrated', async () => {
    const empty = await createEmptyDatabase();
    const { applied } = await migrate(pooler.urlOf(empty.url));
    expect(applied.length).toBeGreaterThan(10);
    await empty.drop();
  });

  test('a shop sells, receives notifications, and runs jobs', async () => {
    const shop = await startSalesApp({
      worker: true,
      env: { DATABASE_URL: pooler.urlOf(direct.url) },
    });
    try {
      const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 5 }] });
      const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 2 }]);
      const { body } = await shop.checkout(cartId).expect(201);
      const { order, payment, orderToken } = body.data;
      await shop.confirm(payment.clientSecret);
      const paid = await eventually(async () => {
        const { body: answer } = await shop.api
          .get(`/api/v1/orders/${order.id}`)
          .set('X-Order-Token', orderToken);
        return answer.data.paymentStatus === 'paid' && answer.data;
      });
      expect(paid).toMatchObject({ status: 'confirmed' });
    } finally {
      await shop.close();
    }
  });
});
