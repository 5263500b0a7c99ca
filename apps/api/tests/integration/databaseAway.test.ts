import { createProduct } from '../helpers/catalog.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { DatabaseLine } from '../helpers/databaseLine.ts';
import { eventually } from '../helpers/eventually.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { overTcp } from '../helpers/testServer.ts';

let database: TestDatabase;
let line: DatabaseLine;
let port: number;
let shop: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = overTcp(database.url);
  line = new DatabaseLine(new URL(url));
  port = await line.open();
  url.port = String(port);
  shop = await startTestApp({ DATABASE_URL: url.href, DATABASE_STATEMENT_TIMEOUT_MS: '1000' });
  await createProduct(shop.ctx, { handle: 'lamp', title: 'Lamp' });
});
afterAll(async () => {
  await shop.close();
  await line.close();
  await database.drop();
});

const paths = [
  '/api/v1/products?limit=3',
  '/api/v1/products/lamp',
  '/api/v1/categories',
  '/api/v1/collections',
];
const warmUp = async () => {
  for (const path of paths) {
    await shop.api.get(path).expect(200);
    // The second one uses the fast path.
    await shop.api.get(path).expect(200);
  }
};
/** Makes all cached answers stale, as after more than a minute. */
const makeOld = () => shop.container.services.cache.clear();

test('cached reads are answered while the database is down, marked as stale, and fresh once it is back', async () => {
  await warmUp();
  await line.close();
  for (const path of paths) {
    await shop.api.get(path).expect(200);
    makeOld();
    const { body, headers, status } = await shop.api.get(path);
    expect([path, status, body.data !== undefined]).toEqual([path, 200, true]);
    expect(headers).toMatchObject({
      age: expect.stringMatching(/^\d+$/),
      warning: '110 cartwright "Response is Stale"',
      'cache-control': 'public, max-age=0, stale-if-error=86400',
      'cache-status': expect.stringMatching(/^cartwright; hit; ttl=-\d+; detail=stale$/),
      etag: expect.any(String),
    });
    const known = await shop.api.get(path).set('If-None-Match', headers['etag'] ?? '');
    expect([known.status, known.headers['warning'] !== undefined]).toEqual([304, true]);
  }
  await shop.api.get('/api/v1/products/unknown').expect(503);
  await shop.api.post('/api/v1/carts').send({}).expect(503);
  expect((await shop.api.get('/health/ready')).status).toBe(503);

  line = new DatabaseLine(new URL(database.url));
  await line.open(port);
  const back = performance.now();
  for (const path of paths) {
    await eventually(async () => {
      const { headers } = await shop.api.get(path);
      return headers['warning'] === undefined && headers['age'] === undefined;
    });
  }
  expect(performance.now() - back).toBeLessThan(5000);
});

test('cached reads do not wait for a database that is frozen', async () => {
  await warmUp();
  line.freeze();
  makeOld();
  const [path = ''] = paths;
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: 20 }, () => shop.api.get(path)));
  expect(answers.every(({ status, headers }) => status === 200 && headers['warning'])).toBe(true);
  // Neither the timeout for an answer nor the one for a connection has passed.
  expect(performance.now() - started).toBeLessThan(3000 + 1000);
  line.thaw();
  await eventually(async () => (await shop.api.get(path)).headers['warning'] === undefined);
});
