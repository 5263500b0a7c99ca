import { METHODS, request } from 'node:http';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { exchange } from '../helpers/rawHttp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The status of a request with a raw path. */
async function statusOf(path: string, method = 'GET', key = app.container.config.auth.adminApiKey) {
  const head = `${method} ${path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n`;
  const answer = await exchange(app.url, `${head}Authorization: Bearer ${key}\r\n\r\n`);
  return Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
}

test('an address of the API has one spelling, so that a proxy can match it', async () => {
  expect(await statusOf('/api/v1/admin/disputes')).toBe(200);
  const others = [
    '/aPi/v1/admin/disputes',
    '/API/V1/admin/disputes',
    '/api/V1/admin/disputes',
    '/api/v1/Admin/disputes',
    '/api/v1/admin/disputes/',
    '/api/v1/admin/disputes//',
    '//api/v1/admin/disputes',
    '/api//v1/admin/disputes',
    '/api/v1//admin/disputes',
    '/api/v1/admin//disputes',
    '/./api/v1/admin/disputes',
    '/x/../api/v1/admin/disputes',
    '/api/v1/x/../admin/disputes',
    '/%61pi/v1/admin/disputes',
    '/api/v1/%61dmin/disputes',
    '/api/v1/admin/%64isputes',
    '/api%2fv1/admin/disputes',
    '/api/v1/admin%2Fdisputes',
    '/api/v1/admin/disputes%2f',
    '/api/v1/admin/disputes%00',
    '/api/v1/admin/disputes;x=1',
    '/api\\v1\\admin\\disputes',
  ];
  const answers = await Promise.all(others.map((path) => statusOf(path)));
  expect(others.filter((_, i) => answers[i] !== 404)).toEqual([]);
});

test.each([
  '/Health/live',
  '/health/live/',
  '/MEDIA/a.png',
  '/Docs',
  '/OpenAPI.json',
  '/docs/errors/',
  '/api/v1/webhooks/Stripe',
  '/api/v1/webhooks/stripe/',
])('there is nothing at %s', async (path) => {
  expect([404, 405]).toContain(await statusOf(path));
  expect(await statusOf(path.toLowerCase().replace(/\/$/, ''))).not.toBe(
    path.includes('MEDIA') ? 0 : 404,
  );
});

test('redirects /docs/ to the reference', async () => {
  const answer = await fetch(`${app.url}/docs/`);
  expect([answer.status, new URL(answer.url).pathname]).toEqual([200, '/docs']);
});

test.each([
  '*',
  'http://[',
  'http://shop:99999/',
  'http://a b/',
  '?x',
  '/%',
  '/%00',
  '/\\',
  '///',
  'http://shop/api/v1/nothing',
  'https://:0x',
  'ftp://shop/',
])('the malformed target %s gets a problem or a closed connection', async (target) => {
  const answer = await exchange(
    app.url,
    `GET ${target} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(answer).not.toContain('<!DOCTYPE');
  expect((await app.api.get('/health/live')).status).toBe(200);
});

test('accepts an absolute target, as a proxy may send it', async () => {
  expect(await statusOf('http://shop/health/live')).toBe(200);
  expect(await statusOf('http://shop/api/v1/products?limit=1')).toBe(200);
  expect(await statusOf('http://shop/api/v1/../v1/products')).toBe(404);
});

test('no target, spelling or method adds a label to the metrics', async () => {
  const { registry } = app.container.metrics;
  const routes = async () => {
    const text = await registry.metrics();
    const labels = [...text.matchAll(/_count\{method="(.*?)",route="(.*?)"/g)];
    return {
      methods: new Set(labels.map(([, method]) => method)),
      templates: new Set(labels.map(([, , route = '']) => route)),
    };
  };
  await statusOf('/api/v1/products/no-such');
  const before = await routes();
  const spellings = ['api', 'aPi', 'API', 'Api', 'apI'].flatMap((api) =>
    ['v1', 'V1'].map((version) => `/${api}/${version}`),
  );
  const methods = METHODS.filter((method) => !['CONNECT', 'HEAD'].includes(method));
  for (const method of methods) {
    for (const base of spellings) {
      const asked = request(`${app.url}${base}/products/no-such`, { method, agent: false });
      await new Promise((resolve) => {
        asked
          .on('response', (answer) => answer.resume().on('end', resolve))
          .on('error', resolve)
          .end();
      });
    }
  }
  const after = await routes();
  expect([...after.templates].filter((route) => !before.templates.has(route))).toEqual([]);
  const declared = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
  expect(after.methods).toEqual(new Set([...declared, 'other', ...before.methods]));
}, 60_000);
