import { createServer } from 'node:net';
import { newId } from '../../src/kernel/ids.ts';
import { purgeLimits } from '../../src/jobs/limits.purge.handler.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { DatabaseLine } from '../helpers/databaseLine.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { overTcp } from '../helpers/testServer.ts';

const PRODUCTS = '/api/v1/products';

let database: TestDatabase;
let apps: TestApp[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
});
afterAll(() => database.drop());

/** Processes of one shop: each has its memory, and they share the database. */
async function start(count: number, env: Record<string, string>): Promise<TestApp[]> {
  for (let i = 0; i < count; i++) {
    // One secret, as the processes of a shop have.
    const shared = { DATABASE_URL: database.url, JWT_SECRET: 'of one shop', TRUST_PROXY: '1' };
    apps.push(await startTestApp({ ...shared, ...env }));
  }
  await apps[0]?.container.database.pool.query('TRUNCATE limit_counts');
  return apps;
}
let clients = 0;
const client = () => `198.51.100.${++clients}`;

const guess = ({ api }: TestApp, address: string) =>
  api
    .post('/api/v1/gift-cards/balance')
    .set('X-Forwarded-For', address)
    .send({ code: '0000-0000-0000-0000' });
const browse = ({ api }: TestApp, address: string) =>
  api.get(PRODUCTS).set('X-Forwarded-For', address);
const withKey = (app: TestApp, key: string, address: string) =>
  app.api
    .get('/api/v1/admin/disputes')
    .set({ Authorization: `Bearer ${key}`, 'X-Forwarded-For': address });
const adminKey = (app: TestApp) => app.container.config.auth.adminApiKey;

describe('Processes on one database', () => {
  test('share an exact limit, and let not one request more through when they race', async () => {
    const [one, other] = (await start(2, { CODE_RATE_LIMIT_MAX: '7', RATE_LIMIT_MAX: '1000' })) as [
      TestApp,
      TestApp,
    ];
    const address = client();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => guess(i % 2 === 0 ? one : other, address)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(7);
    expect(statuses.filter((status) => status === 429)).toHaveLength(33);
    expect((await guess(other, client())).status).toBe(404);
  });

  test('share the limit of wrong admin keys: the right one is refused everywhere', async () => {
    const [one, other] = (await start(2, { CODE_RATE_LIMIT_MAX: '3', RATE_LIMIT_MAX: '1000' })) as [
      TestApp,
      TestApp,
    ];
    const address = client();
    for (const app of [one, other, one]) {
      expect((await withKey(app, 'guess', address)).status).toBe(401);
    }
    expect((await withKey(other, adminKey(other), address)).status).toBe(429);
    expect((await withKey(one, adminKey(one), address)).status).toBe(429);
    expect((await withKey(other, adminKey(other), client())).status).toBe(200);
  });

  test('share the limit of browsing a moment later', async () => {
    const [one, other] = (await start(2, { RATE_LIMIT_MAX: '20' })) as [TestApp, TestApp];
    const address = client();
    for (let i = 0; i < 20; i++) expect((await browse(one, address)).status).toBe(200);
    let admitted = 0;
    await eventually(async () => {
      const { status } = await browse(other, address);
      if (status === 200) admitted++;
      return status === 429;
    });
    expect(admitted).toBeLessThanOrEqual(3);
    expect((await browse(one, address)).status).toBe(429);
    expect((await browse(other, client())).status).toBe(200);
  });

  test('keep no address in the database, and delete counts whose window has ended', async () => {
    const [app] = (await start(1, { CODE_RATE_LIMIT_MAX: '3', RATE_LIMIT_MAX: '1000' })) as [
      TestApp,
    ];
    await guess(app, '203.0.113.99');
    const { pool } = app.container.database;
    const count = async () =>
      (await pool.query<{ text: string }>('SELECT limit_counts::text AS text FROM limit_counts'))
        .rows;
    expect((await count()).length).toBeGreaterThan(0);
    expect(JSON.stringify(await count())).not.toContain('203.0.113.99');
    await purgeLimits(app.ctx, {}, app.container.services);
    expect((await count()).length).toBeGreaterThan(0);
    await pool.query(`UPDATE limit_counts SET expires_at = now() - interval '1 second'`);
    await purgeLimits(app.ctx, {}, app.container.services);
    expect(await count()).toEqual([]);
  });
});

test('a warm catalogue read sends no statement, however many there are, but one in the background', async () => {
  const [app] = (await start(1, { RATE_LIMIT_MAX: '100000' })) as [TestApp];
  const address = client();
  await browse(app, address);
  const sent: string[] = [];
  const { pool } = app.container.database;
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  pool.query = ((...args: unknown[]) => {
    sent.push((args[0] as { name: string }).name);
    return query(...args);
  }) as typeof pool.query;
  for (let i = 0; i < 50; i++) {
    const { status, headers } = await browse(app, address);
    expect([status, headers['server-timing']]).toEqual([200, expect.stringContaining('desc="0')]);
  }
  await eventually(() => sent.includes('limits.add'), 3000);
  expect(sent.length).toBeLessThanOrEqual(3);
});

describe('While the database is unavailable', () => {
  let line: DatabaseLine;
  let app: TestApp;

  beforeEach(async () => {
    const url = overTcp(database.url);
    line = new DatabaseLine(new URL(url));
    url.port = String(await line.open());
    [app] = (await start(1, {
      DATABASE_URL: url.href,
      DATABASE_STATEMENT_TIMEOUT_MS: '1000',
      RATE_LIMIT_MAX: '10',
      CODE_RATE_LIMIT_MAX: '5',
    })) as [TestApp];
    await browse(app, client());
  });

  test('browsing goes on within the limit of one process, and guesses are refused with 503', async () => {
    const address = client();
    await line.close();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await browse(app, address)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
    for (const refused of [
      await guess(app, client()),
      await withKey(app, 'guess', client()),
      await withKey(app, adminKey(app), client()),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([503, 'service_unavailable']);
      expect(refused.headers['retry-after']).toBe('5');
    }
  });

  test('browsing does not wait for a database that is frozen, and guesses wait two seconds', async () => {
    line.freeze();
    const started = performance.now();
    for (let i = 0; i < 5; i++) expect((await browse(app, client())).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1000);
    expect((await guess(app, client())).status).toBe(503);
    expect(performance.now() - started).toBeLessThan(4000);
    line.thaw();
    await eventually(async () => (await guess(app, client())).status === 404);
    await line.close();
  });
});

test('while Redis is unavailable, the shop sells, and nothing can be guessed', async () => {
  // A port on which nothing listens.
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const [app] = (await start(1, {
    REDIS_URL: `redis://127.0.0.1:${port}`,
    RATE_LIMIT_MAX: '5',
    CHECKOUT_RATE_LIMIT_MAX: '1',
  })) as [TestApp];
  const address = client();
  const checkout = (body: object = {}) =>
    app.api
      .post(`/api/v1/carts/${newId('cart')}/checkout`)
      .set({ 'Idempotency-Key': newId('request'), 'X-Forwarded-For': address })
      .send({ paymentProvider: 'manual', ...body });
  expect((await checkout({ giftCards: ['0000-0000-0000-0000'] })).status).toBe(503);
  expect((await checkout()).status).toBe(404);
  expect((await checkout()).status).toBe(429);
  const statuses: number[] = [];
  const other = client();
  for (let i = 0; i < 6; i++) statuses.push((await browse(app, other)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

describe('The address that counts', () => {
  const spoofed = (app: TestApp, forwarded: string) =>
    app.api.get(PRODUCTS).set('X-Forwarded-For', forwarded);
  const statuses = async (app: TestApp, ask: (i: number) => string) => {
    const seen: number[] = [];
    for (let i = 0; i < 4; i++) seen.push((await spoofed(app, ask(i))).status);
    return seen;
  };

  test('is that of the connection where no proxy is trusted, whatever X-Forwarded-For says', async () => {
    const [app] = (await start(1, { TRUST_PROXY: '', RATE_LIMIT_MAX: '3' })) as [TestApp];
    expect(await statuses(app, (i) => `203.0.113.${i}`)).toEqual([200, 200, 200, 429]);
  });

  test.each([1, 2])(
    'is the one that the outermost of %i trusted proxies saw, and no entry before it',
    async (hops) => {
      const [app] = (await start(1, { TRUST_PROXY: String(hops), RATE_LIMIT_MAX: '3' })) as [
        TestApp,
      ];
      const inner = hops === 2 ? ', 10.0.0.1' : '';
      const real = client();
      const seen = await statuses(app, (i) => `203.0.113.${i}, 192.0.2.${i}, ${real}${inner}`);
      expect(seen).toEqual([200, 200, 200, 429]);
      expect((await spoofed(app, `${real}, ${client()}${inner}`)).status).toBe(200);
    },
  );
});

describe('Someone who is signed in', () => {
  test('has a separate limit, twice that of an address, on warm reads too', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '3' })) as [TestApp];
    const [ada, bob] = [await signInPerson(app.container), await signInPerson(app.container)];
    const address = client();
    const ask = (as: object) => app.api.get(PRODUCTS).set({ ...as, 'X-Forwarded-For': address });
    const seen: number[] = [];
    for (let i = 0; i < 7; i++) seen.push((await ask(ada.as)).status);
    expect(seen).toEqual([...Array<number>(6).fill(200), 429]);
    const { status, headers } = await ask(bob.as);
    expect([status, headers['ratelimit-policy']]).toEqual([200, '"browse-account"; q=6; w=60']);
    // None of it was counted for the address.
    expect((await ask({})).headers['ratelimit']).toContain('r=2');
  });

  test('may send expired tokens: they are no guesses at a key', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '100', CODE_RATE_LIMIT_MAX: '2' })) as [
      TestApp,
    ];
    const address = client();
    for (let i = 0; i < 4; i++) {
      expect((await withKey(app, 'eyJhbGciOiJFZERTQSJ9.e30.c2ln', address)).status).toBe(401);
    }
    expect((await withKey(app, adminKey(app), address)).status).toBe(200);
  });
});

describe('A storefront’s server', () => {
  const ask = (app: TestApp, headers: Record<string, string>) => app.api.get(PRODUCTS).set(headers);
  const times = async (count: number, ask: () => PromiseLike<{ status: number }>) => {
    const seen: number[] = [];
    for (let i = 0; i < count; i++) seen.push((await ask()).status);
    return seen;
  };

  test('names its buyer’s address, and each buyer has a limit', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '3' })) as [TestApp];
    const Authorization = `Bearer ${adminKey(app)}`;
    const server = client();
    const buy = (buyer: string) => () =>
      ask(app, { Authorization, 'X-Buyer-Address': buyer, 'X-Forwarded-For': server });
    expect(await times(4, buy('203.0.113.50'))).toEqual([200, 200, 200, 429]);
    expect(await times(3, buy('203.0.113.51'))).toEqual([200, 200, 200]);
    expect(await times(2, buy('[2001:db8:5::1]:443'))).toEqual([200, 200]);
    expect(await times(2, buy('2001:db8:5::2'))).toEqual([200, 429]);
    // The buyer shares the limit with the same address that comes directly.
    expect(await times(1, () => ask(app, { 'X-Forwarded-For': '203.0.113.50' }))).toEqual([429]);
    expect(await times(1, () => ask(app, { 'X-Forwarded-For': server }))).toEqual([200]);
  });

  test('has ten times the limit of an address where it names none', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '3' })) as [TestApp];
    const headers = { Authorization: `Bearer ${adminKey(app)}`, 'X-Forwarded-For': client() };
    const seen = await times(31, () => ask(app, headers));
    expect(seen).toEqual([...Array<number>(30).fill(200), 429]);
    const { headers: reported } = await ask(app, headers);
    expect(reported['ratelimit-policy']).toBe('"browse-key"; q=30; w=60');
  });

  test('is told when what it names is no address', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '3' })) as [TestApp];
    const headers = { Authorization: `Bearer ${adminKey(app)}`, 'X-Buyer-Address': 'unknown' };
    const { status, body } = await ask(app, headers);
    expect([status, body.errors[0].path]).toEqual([400, 'header.x-buyer-address']);
  });

  test('alone may name one: from anyone else the header has no effect', async () => {
    const [app] = (await start(1, { RATE_LIMIT_MAX: '3' })) as [TestApp];
    const address = client();
    let buyers = 0;
    const asGuest = () =>
      ask(app, { 'X-Buyer-Address': `203.0.113.${++buyers}`, 'X-Forwarded-For': address });
    expect(await times(4, asGuest)).toEqual([200, 200, 200, 429]);
    const other = client();
    const withWrongKey = () =>
      ask(app, {
        Authorization: 'Bearer wrong',
        'X-Buyer-Address': `203.0.113.${++buyers}`,
        'X-Forwarded-For': other,
      });
    expect(await times(4, withWrongKey)).toEqual([401, 401, 401, 429]);
  });
});
