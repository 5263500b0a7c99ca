import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

/** The server's own time-out; the client's is two seconds more. */
const STATEMENT_TIMEOUT_MS = 1000;
const CLIENT_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 2000;

/** A network to PostgreSQL that can stop to carry anything, in both directions or in one. */
class Line {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  /** Answers of the server are held back from the first that contains this text on. */
  holdAnswersFrom: string | undefined;
  isFrozen = false;

  constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      near.on('data', (bytes) => void far.write(bytes));
      far.on('data', (bytes) => {
        if (this.holdAnswersFrom !== undefined && bytes.includes(this.holdAnswersFrom)) {
          this.freeze();
          far.unshift(bytes);
        } else near.write(bytes);
      });
      for (const socket of pair) {
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#pairs.delete(pair);
          for (const other of pair) other.destroy();
        });
      }
      if (this.isFrozen) for (const socket of pair) socket.pause();
    });
  }

  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** As a stopped process does: connections are accepted by the kernel, and nothing is ever said. */
  freeze(): void {
    this.isFrozen = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    this.holdAnswersFrom = undefined;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.thaw();
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    await closed;
  }
}

let database: TestDatabase;
let line: Line;
let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  line = new Line(new URL(url));
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

test('a frozen database lets no request wait for long, and each is told when to come back', async () => {
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

test('a connection that owes an answer is not used again', async () => {
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

test('a checkout whose COMMIT was answered by silence is one order, however it is asked again', async () => {
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
