import supertest from 'supertest';
import { buildApp } from '../../src/app.ts';
import type { Container } from '../../src/container.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    STRIPE_API_BASE: 'http://127.0.0.1:5',
    CARTWRIGHT_EMBEDDED: 'stripe,mail',
    SMTP_URL: 'smtp://127.0.0.1:6',
    CARTWRIGHT_MAIL_PAGE: 'http://127.0.0.1:7',
  });
  await createProduct(app.ctx, {
    handle: 'tea',
    title: 'Tea <b>& more</b>',
    variants: [{ prices: { USD: 450 } }, { title: 'Tin', prices: { USD: 1200 } }],
    images: [{ source: 'x', storageKey: 'te/a.webp', alt: 'A "cup"' }],
  });
  await createProduct(app.ctx, { handle: 'pot', title: 'Pot', variants: [{ stock: 0 }] });
  const linked = 'https://cdn.elsewhere.example/far.webp';
  await createProduct(app.ctx, { handle: 'far', title: 'Far', images: [{ source: linked }] });
});
afterAll(() => app.close());

/** What `/` answers in a shop like ours with other parts. */
const homeOf = (parts: Partial<Container>) =>
  supertest(buildApp({ ...app.container, ...parts })).get('/');

describe('The page at /', () => {
  test('shows the first products with pictures, prices and whether they are sold out', async () => {
    const { text, status } = await app.api.get('/');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/api/v1/products/tea">Tea &lt;b&gt;&amp; more&lt;/b&gt;</a>');
    expect(text).toContain('src="/media/te/a.webp"');
    expect(text).toContain('alt="A &quot;cup&quot;"');
    expect(text).toContain('from $4.50');
    expect(text).toMatch(/Pot<\/a>\s*<span>\$19\.99, sold out<\/span>/);
  });

  test('loads no picture from another host', async () => {
    const { text, headers } = await app.api.get('/');
    expect(text).toContain('/api/v1/products/far');
    expect(text).not.toContain('elsewhere');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; img-src 'self' data:; style-src 'sha256-[\w+/=]+';/,
    );
  });

  test('shows how many jobs are due, and that no worker runs them', async () => {
    await app.ctx.db.prisma
      .$executeRaw`SELECT graphile_worker.add_job('unknown', run_at => now() - interval '5 minutes')`;
    const { text } = await app.api.get('/');
    expect(text).toMatch(/class="good">\s*<dt>database<\/dt>/);
    expect(text).toMatch(
      /class="bad">\s*<dt>jobs<\/dt>\s*<dd>✗ 1 due, the oldest for 30\d s; 0 dead/,
    );
  });

  test('links only to the embedded parts', async () => {
    const { text } = await app.api.get('/');
    expect(text).toContain('href="http://127.0.0.1:7"');
    expect(text).toContain('href="http://127.0.0.1:5/"');
    const { config } = app.container;
    const stripe = { ...config.stripe, embedded: false };
    const mail = { ...config.mail, page: undefined };
    const real = await homeOf({ config: { ...config, stripe, mail } });
    expect(real.text).not.toMatch(/127\.0\.0\.1:[57]|Payments/);
  });

  test('says what is missing while the shop is not ready', async () => {
    const { services } = app.container;
    const checks = { database: { problem: 'does not answer' } };
    const health = { ...services.health, ready: () => Promise.resolve({ ready: false, checks }) };
    const response = await homeOf({ services: { ...services, health } });
    expect(response.status).toBe(503);
    expect(response.text).toMatch(/not ready[^]*✗ does not answer/);
  });

  test.each([
    { Host: 'evil.example' },
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ])('shows nothing to a foreign page (%j)', async (headers) => {
    const response = await app.api.get('/').set(headers);
    expect(response.status).toBe(403);
    expect(response.text).not.toContain('Tea');
  });

  test('is shown under the shop’s own address, and to a visitor who follows a link', async () => {
    const link = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    for (const headers of [{ Host: 'shop.test' }, { Host: 'localhost:3000' }, link])
      expect((await app.api.get('/').set(headers)).status).toBe(200);
  });

  test('does not exist in production', async () => {
    const response = await homeOf({ config: { ...app.container.config, isProduction: true } });
    expect(response.status).toBe(404);
    expect(response.body).toMatchObject({ code: 'route_not_found' });
  });
});
