import { newId } from '../../src/kernel/ids.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

describe('The middleware chain', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ CORS_ORIGINS: 'https://shop.example' });
  });
  afterAll(() => app.close());

  const post = (body: string, type = 'application/json') =>
    app.api.post('/api/v1/carts').set('Content-Type', type).send(body);

  test('answers malformed JSON with a problem that says so', async () => {
    const { status, body, headers } = await post('{"items": [');
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'malformed_json', status: 400, instance: '/api/v1/carts' });
    expect(body.requestId).toBe(headers['x-request-id']);
  });

  test('answers a body of another type with 415 instead of dropping it', async () => {
    expect((await post('<a/>', 'text/xml')).body.code).toBe('unsupported_media_type');
    expect((await post('{}', 'application/json; charset=latin1')).status).toBe(415);
  });

  test('answers a body over the limit with 413', async () => {
    const { status, body } = await post(JSON.stringify({ note: 'x'.repeat(2_000_000) }));
    expect(status).toBe(413);
    expect(body.code).toBe('payload_too_large');
  });

  test('answers an unknown route with 404 and a wrong method with 405 and Allow', async () => {
    expect((await app.api.get('/api/v1/nothing')).body.code).toBe('route_not_found');
    const wrong = await app.api.delete('/api/v1/products');
    expect(wrong.status).toBe(405);
    expect(wrong.headers['allow']).toBe('GET, HEAD');
    expect(wrong.body.code).toBe('method_not_allowed');
  });

  test('names an unknown query parameter', async () => {
    const { status, body } = await app.api.get('/api/v1/products?colour=red');
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ path: 'query.colour', code: 'unknown' }),
    ]);
  });

  test('answers a path that is not valid percent-encoding with 400', async () => {
    expect((await app.api.get('/api/v1/products/%E0%A4%A')).status).toBe(400);
  });

  test('keeps a well-formed request id and replaces any other', async () => {
    const given = await app.api.get('/health/live').set('X-Request-Id', 'abc-123');
    expect(given.headers['x-request-id']).toBe('abc-123');
    const bad = await app.api.get('/health/live').set('X-Request-Id', 'a b\tc');
    expect(bad.headers['x-request-id']).toMatch(/^req_/);
  });

  test.each(['', ' ', 'x'.repeat(256), 'schlüssel'])(
    'refuses the Idempotency-Key "%s"',
    async (key) => {
      const { status, body } = await app.api
        .post('/api/v1/carts')
        .set('Idempotency-Key', encode(key));
      expect(status).toBe(400);
      expect(body.errors[0].path).toBe('header.idempotency-key');
    },
  );

  test('replays a POST with the same key and refuses it for another request', async () => {
    const send = (body: object) =>
      app.api.post('/api/v1/carts').set('Idempotency-Key', 'chain-1').send(body);
    const first = await send({});
    const second = await send({});
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    const other = await send({ currency: 'EUR' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test('gives guests behind one address separate carts, though their keys are the same', async () => {
    const send = (browser: string) =>
      app.api.post('/api/v1/carts').set({ 'Idempotency-Key': '1', 'User-Agent': browser }).send({});
    const [ada, charles, again] = [await send('Ada'), await send('Charles'), await send('Ada')];
    expect(charles.body.data.id).not.toBe(ada.body.data.id);
    expect(again.body.data.id).toBe(ada.body.data.id);
  });

  test('allows the configured storefront by CORS, and exposes the headers that it needs', async () => {
    const origin = 'https://shop.example';
    const preflight = await app.api
      .options('/api/v1/carts')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'POST');
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe(origin);
    const stranger = await app.api.get('/api/v1/products').set('Origin', 'https://evil.example');
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('sends the security headers on errors too', async () => {
    const { headers } = await app.api.get('/nothing');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('reports how many statements an answer took', async () => {
    const { headers } = await app.api.get('/health/ready');
    expect(headers['x-request-id']).toBeDefined();
    const list = await app.api.get('/api/v1/products?limit=3');
    expect(list.headers['server-timing']).toMatch(/db;dur=[\d.]+;desc="\d+ statements"/);
  });

  test('reports whether it is alive and whether it is ready, and why not', async () => {
    expect((await app.api.get('/health/live')).body).toEqual({ status: 'ok' });
    const ready = await app.api.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.body.checks).toEqual({ database: 'ok', migrations: 'ok', queue: 'ok' });
  });

  test('measures requests by the template of their route', async () => {
    await app.api.get('/api/v1/products/no-such-thing');
    await app.api.get('/wp-login.php');
    const text = await app.container.metrics.registry.metrics();
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/products\/:idOrHandle",status="404"\} \d/,
    );
    expect(text).toContain('route="unmatched"');
    expect(text).not.toContain('wp-login');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).toContain('db_pool_connections');
  });

  test('does not serve metrics on the public port', async () => {
    expect((await app.api.get('/metrics')).status).toBe(404);
  });

  test('refuses a POST to its health with a problem', async () => {
    const { status, body, headers } = await app.api.post('/health/live');
    expect([status, body.code, headers['allow']]).toEqual([405, 'method_not_allowed', 'GET, HEAD']);
  });
});

describe('The rate limit', () => {
  test('is shown in headers and answers 429 with Retry-After beyond it', async () => {
    const app = await startTestApp({ RATE_LIMIT_MAX: '3', RATE_LIMIT_WINDOW_SECONDS: '60' });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await app.api.get('/api/v1/products')).status);
    const last = await app.api.get('/api/v1/products');
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(last.body.code).toBe('rate_limited');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.headers['ratelimit-policy']).toBeDefined();
    expect((await app.api.get('/health/live')).status).toBe(200);
    await app.close();
  });
});

describe('The rate limit of requests that reveal whether a code is right', () => {
  test('is stricter, is in the headers beside the other, and does not affect other requests', async () => {
    const app = await startTestApp({ RATE_LIMIT_MAX: '100' });
    const guess = () =>
      app.api.post('/api/v1/gift-cards/balance').send({ code: '0000-0000-0000-0000' });
    const first = await guess();
    expect(first.status).toBe(404);
    expect(first.headers['ratelimit']).toMatch(/"browse"; r=99.*"codes"; r=9/);
    expect(first.headers['ratelimit-policy']).toContain('q=10; w=60');
    const statuses: number[] = [];
    for (let i = 0; i < 9; i++) statuses.push((await guess()).status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    const last = await guess();
    expect(last.status).toBe(429);
    expect(last.headers['content-type']).toContain('application/problem+json');
    expect(last.body).toMatchObject({
      code: 'rate_limited',
      detail: 'More than 10 requests in 60 s.',
    });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.api.get('/api/v1/products')).status).toBe(200);
    await app.close();
  });

  test('counts a checkout with gift cards, and none without', async () => {
    const app = await startTestApp({ RATE_LIMIT_MAX: '100', CODE_RATE_LIMIT_MAX: '2' });
    const codes = ['0000-0000-0000-0000'];
    const checkout = (body: object) =>
      app.api
        .post(`/api/v1/carts/${newId('cart')}/checkout`)
        .set('Idempotency-Key', newId('request'))
        .send({ paymentProvider: 'manual', ...body });
    const statuses: number[] = [];
    for (const body of [{}, {}, { giftCards: codes }, {}]) {
      statuses.push((await checkout(body)).status);
    }
    await app.api.post('/api/v1/gift-cards/balance').send({ code: codes[0] }).expect(404);
    for (const body of [{ giftCards: codes }, { giftCards: codes[0] }, {}]) {
      statuses.push((await checkout(body)).status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 429, 429, 404]);
    await app.close();
  });

  test('counts each gift card of a checkout', async () => {
    const app = await startTestApp({ RATE_LIMIT_MAX: '100', CODE_RATE_LIMIT_MAX: '4' });
    const checkout = (cards: number) =>
      app.api
        .post(`/api/v1/carts/${newId('cart')}/checkout`)
        .set('Idempotency-Key', newId('request'))
        .send({ paymentProvider: 'manual', giftCards: Array(cards).fill('0000-0000-0000-0000') });
    const first = await checkout(3);
    expect([first.status, first.headers['ratelimit']]).toEqual([
      404,
      expect.stringContaining('"codes"; r=1'),
    ]);
    expect((await checkout(2)).status).toBe(429);
    await app.close();
  });

  test('can be configured, and is off where limits are off', async () => {
    const limits = [{ CODE_RATE_LIMIT_MAX: '1' }, { RATE_LIMIT_MAX: '0' }];
    const seen: number[][] = [];
    for (const env of limits) {
      const app = await startTestApp(env);
      const guess = () => app.api.post('/api/v1/gift-cards/balance').send({ code: '0'.repeat(16) });
      const statuses: number[] = [];
      for (let i = 0; i < 11; i++) statuses.push((await guess()).status);
      seen.push([...new Set(statuses)]);
      await app.close();
    }
    expect(seen).toEqual([[404, 429], [404]]);
  });
});

/** As a header's value can be sent: Latin-1 for what is not ASCII. */
function encode(key: string): string {
  return Buffer.from(key, 'utf8').toString('latin1');
}
