import { startTestApp, type TestApp } from '../helpers/app.ts';
import { webhookSecret } from '../helpers/salesApp.ts';
import { eventOf, signatureOf } from '../helpers/stripeEvents.ts';

let app: TestApp;
afterEach(() => app.close());

/** The statuses of so many requests. */
async function statuses(times: number, ask: (i: number) => PromiseLike<{ status: number }>) {
  const seen: number[] = [];
  for (let i = 0; i < times; i++) seen.push((await ask(i)).status);
  return seen;
}

describe('Behind a proxy that appends ports', () => {
  const from = (address: string, path = '/api/v1/products') =>
    app.api.get(path).set('X-Forwarded-For', address);

  beforeEach(async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '3', TRUST_PROXY: '1', CODE_RATE_LIMIT_MAX: '2' });
  });

  test.each([
    ['IPv4', (i: number) => `203.0.113.7:${41_000 + i}`, '203.0.113.8:41000'],
    ['IPv6', (i: number) => `[2001:db8::${i}]:${443 + i}`, '[2001:db8:0:1::1]:443'],
    ['IPv6 without brackets', (i: number) => `2001:db8::${i}`, '2001:db8:0:1::1'],
    ['no address', (i: number) => `unknown-${i}`, '203.0.113.8'],
  ])(
    'each connection of a client with %s counts as the same client',
    async (_kind, address, other) => {
      expect(await statuses(5, (i) => from(address(i)))).toEqual([200, 200, 200, 429, 429]);
      expect((await from(other)).status).toBe(200);
    },
  );

  test('a new port for each guess of a code does not evade the limit', async () => {
    const guess = (i: number) =>
      app.api
        .post('/api/v1/gift-cards/balance')
        .set('X-Forwarded-For', `203.0.113.7:${41_000 + i}`)
        .send({ code: '0000-0000-0000-0000' });
    expect(await statuses(3, guess)).toEqual([404, 404, 429]);
  });

  test('the log shows the address alone', async () => {
    const lines: { ip?: unknown }[] = [];
    app.container.logger.on('data', (line: { ip?: unknown }) => lines.push(line));
    app.container.logger.level = 'http';
    await from('[2001:DB8::1]:443', '/health/live');
    await from('203.0.113.7:1, 198.51.100.4:41000', '/health/live');
    await from('"><script>', '/health/live');
    app.container.logger.level = 'error';
    expect(lines.map(({ ip }) => ip)).toEqual(['2001:db8::1', '198.51.100.4', '127.0.0.1']);
  });
});

describe('Wrong admin keys', () => {
  const doctor = (key: string, address: string) =>
    app.api
      .get('/api/v1/admin/disputes')
      .set({ Authorization: `Bearer ${key}`, 'X-Forwarded-For': address });
  const right = () => app.container.config.auth.adminApiKey;

  beforeEach(async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '100', CODE_RATE_LIMIT_MAX: '3', TRUST_PROXY: '1' });
  });

  test('are limited as codes are, and the right key is also refused from their address', async () => {
    const guess = (i: number) => doctor(`guess-${i}`, '203.0.113.7');
    const first = await guess(0);
    expect([first.status, first.headers['ratelimit']]).toEqual([
      401,
      expect.stringContaining('"wrongKeys"; r=2'),
    ]);
    expect(await statuses(3, guess)).toEqual([401, 401, 429]);
    const last = await doctor(right(), '203.0.113.7');
    expect([last.status, last.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await doctor(right(), '203.0.113.8')).status).toBe(200);
  });

  test('do not slow down a client with the right one', async () => {
    expect(await statuses(10, () => doctor(right(), '203.0.113.7'))).toEqual(Array(10).fill(200));
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) => doctor(`guess-${i}`, '203.0.113.9')),
    );
    expect(all.filter(({ status }) => status === 401)).toHaveLength(3);
  });

  test('count at every route that accepts a key, also at public ones', async () => {
    const paths = ['/api/v1/products', '/api/v1', '/api/v1/admin/jobs', '/api/v1/products'];
    const ask = (i: number) =>
      app.api.get(paths[i] ?? '').set('Authorization', ['Bearer x', 'Basic x'][i % 2] ?? '');
    expect(await statuses(4, ask)).toEqual([401, 401, 401, 429]);
  });
});

describe('A route outside of the API', () => {
  test('has a separate limit, and health has none', async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '3', FILE_RATE_LIMIT_MAX: '5' });
    const paths = ['/media/a.png', '/docs', '/docs/start.js', '/openapi.json', '/wp-login.php'];
    const all = [...paths, ...paths];
    expect(await statuses(10, (i) => app.api.get(all[i] ?? ''))).toEqual([
      404, 200, 200, 200, 404, 429, 429, 429, 429, 429,
    ]);
    expect(await statuses(3, () => app.api.get('/api/v1/products'))).toEqual([200, 200, 200]);
    expect((await app.api.get('/health/live')).status).toBe(200);
  });

  test('has ten times the limit of the API by default', async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '3' });
    const { headers } = await app.api.get('/media/a.png');
    expect(headers['ratelimit-policy']).toBe('"files"; q=30; w=60');
  });
});

describe("Stripe's webhook", () => {
  const deliver = (payload: string, signature?: string) => {
    const sent = app.api.post('/api/v1/webhooks/stripe').set('Content-Type', 'application/json');
    return (signature === undefined ? sent : sent.set('Stripe-Signature', signature)).send(payload);
  };
  const signed = (id: string, extra = '') => {
    const payload = eventOf('customer.created', 'cus_1', id).replace(/\}$/, `${extra}}`);
    return deliver(payload, signatureOf(payload));
  };

  test('limits unsigned and wrongly signed requests, and no signed ones', async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '4', STRIPE_WEBHOOK_SECRET: webhookSecret });
    expect(await statuses(12, (i) => signed(`evt_burst_${i}`))).toEqual(Array(12).fill(200));
    const wrong = (i: number) => deliver('{}', i % 2 === 0 ? undefined : 't=1,v1=00');
    expect(await statuses(6, wrong)).toEqual([400, 400, 400, 400, 429, 429]);
    const refused = await wrong(0);
    expect([refused.body.code, refused.headers['retry-after']]).toEqual([
      'rate_limited',
      expect.any(String),
    ]);
    expect((await signed('evt_after')).status).toBe(200);
  });

  test('reads no long body from a client that has sent unsigned requests', async () => {
    app = await startTestApp({ RATE_LIMIT_MAX: '1', STRIPE_WEBHOOK_SECRET: webhookSecret });
    const long = `,"note":"${'x'.repeat(100_000)}"`;
    expect((await signed('evt_long', long)).status).toBe(200);
    expect(await statuses(2, () => deliver('{}'))).toEqual([400, 429]);
    expect((await signed('evt_long_2', long)).status).toBe(429);
    expect((await signed('evt_short')).status).toBe(200);
  });
});
