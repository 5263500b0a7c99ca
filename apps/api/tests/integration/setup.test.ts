import { createPaylinkProvider } from '../../examples/paylinkPayments/paylinkProvider.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { sampleText } from '../helpers/shopConfigs.ts';
import { asStaff } from '../helpers/staff.ts';

interface Step {
  id: string;
  state: string;
  message: string;
  next: string | null;
}

const real = {
  SHOP_NAME: 'Emporium',
  MAIL_FROM: 'Emporium <orders@shop.example>',
  STAFF_EMAIL: 'team@shop.example',
  SMTP_URL: 'smtp://127.0.0.1:1',
  STRIPE_SECRET_KEY: 'sk_live_9f3Kwq7Lz2',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_9f3Kwq7Lz2',
  STRIPE_WEBHOOK_SECRET: 'whsec_9f3Kwq7Lz2Rt8vB5nYxC1mD4sG6hJ0pA',
  CORS_ORIGINS: 'https://www.shop.example',
  PUBLIC_URL: 'https://api.shop.example',
  DEFAULT_CURRENCY: 'GBP',
  DEFAULT_COUNTRY: 'GB',
};

async function reviewOf(app: TestApp) {
  const { body } = await app.api.get('/api/v1/admin/setup').set(asStaff).expect(200);
  const steps: Step[] = body.data.steps;
  const idsIn = (state: string) => steps.filter((step) => step.state === state).map(({ id }) => id);
  return {
    ready: body.data.ready,
    missing: idsIn('missing'),
    advice: idsIn('advice'),
    step: (id: string) => steps.find((step) => step.id === id),
  };
}

describe('GET /admin/setup', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(real);
  });
  afterAll(() => app.close());

  test('is for staff only', async () => {
    const { status } = await app.api.get('/api/v1/admin/setup');
    expect(status).toBe(401);
  });

  test('leads an empty shop to its first sale, step by step', async () => {
    expect(await reviewOf(app)).toMatchObject({
      ready: false,
      missing: ['products', 'shippingZone', 'shippingOption', 'tax'],
      advice: ['webhook'],
    });

    await createProduct(app.ctx, { status: 'draft', variants: [{ prices: { GBP: 100 } }] });
    expect((await reviewOf(app)).step('products')?.message).toMatch(/no product that is public/);
    await createProduct(app.ctx, { variants: [{ prices: { USD: 100 } }] });
    expect((await reviewOf(app)).step('products')?.next).toContain('--currency GBP');
    await createProduct(app.ctx, { variants: [{ prices: { GBP: 100 }, stock: 0 }] });
    expect((await reviewOf(app)).step('products')?.message).toBe('Nothing is in stock.');
    await createProduct(app.ctx, { variants: [{ prices: { GBP: 100 }, stock: 1 }] });
    expect((await reviewOf(app)).missing).toEqual(['shippingZone', 'shippingOption', 'tax']);

    const apply = (source: string) =>
      app.container.services.shopConfig.apply(app.ctx, source, { name: 'shop.config.yaml' });
    await apply('shippingZones: [{ name: Home, countries: [GB] }]');
    expect((await reviewOf(app)).missing).toEqual(['shippingOption', 'tax']);
    await apply(
      'shippingZones: [{ name: Home, countries: [GB], options: [{ name: A, prices: { USD: 1 } }] }]',
    );
    expect((await reviewOf(app)).step('shippingOption')?.message).toContain('price in GBP');
    await apply(sampleText('uk'));
    const review = await reviewOf(app);
    expect(review).toMatchObject({ ready: true, missing: [] });
    expect(review.step('tax')).toMatchObject({
      state: 'done',
      message: 'The rate is 20 %.',
      next: null,
    });
  });

  test('counts a zone for the rest of the world, but not where another one names the country', async () => {
    const apply = (source: string) =>
      app.container.services.shopConfig.apply(app.ctx, source, { name: 'shop.config.yaml' });
    const world = "{ name: World, countries: ['*'], options: [{ name: A, prices: { GBP: 1 } }] }";
    await apply(`shippingZones: [${world}]`);
    expect((await reviewOf(app)).missing).toEqual([]);
    await apply(`shippingZones: [${world}, { name: Home, countries: [GB] }]`);
    expect((await reviewOf(app)).missing).toEqual(['shippingOption']);
  });
});

describe('The setup of an unconfigured shop', () => {
  test('names what is only a local stand-in', async () => {
    const app = await startTestApp({ PUBLIC_URL: 'http://localhost:3000' });
    try {
      const review = await reviewOf(app);
      expect(review.missing).toEqual(
        expect.arrayContaining(['sender', 'mail', 'stripe', 'publicUrl']),
      );
      expect(review.step('sender')?.next).toBe('Set SHOP_NAME and MAIL_FROM.');
      expect(review.advice).toContain('staffEmail');
    } finally {
      await app.close();
    }
  });

  test('does not require Stripe where it is not offered, and warns of test keys', async () => {
    const manual = await startTestApp({ PAYMENT_PROVIDERS: 'manual' });
    expect((await reviewOf(manual)).step('stripe')?.state).toBe('done');
    await manual.close();
    const trial = await startTestApp({
      ...real,
      STRIPE_SECRET_KEY: 'sk_test_9f3Kwq7Lz2',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_9f3Kwq7Lz2',
    });
    expect((await reviewOf(trial)).advice).toEqual(['stripe', 'webhook']);
    await trial.close();
  });
});

describe('The setup of a shop with a custom payment provider', () => {
  test('has the steps of that provider after those of Stripe, and each counts its webhooks alone', async () => {
    const account = { url: 'http://127.0.0.1:1', secret: 'seal', returnUrl: 'http://shop.test/' };
    const app = await startTestApp(real, { paymentProviders: [createPaylinkProvider(account)] });
    try {
      expect((await reviewOf(app)).advice).toEqual(['webhook', 'paylinkNotes']);
      const note = { provider: 'paylink', id: 'note_1', type: 'link', payload: '' };
      await app.ctx.db.prisma.providerEvent.create({ data: note });
      expect((await reviewOf(app)).advice).toEqual(['webhook']);
    } finally {
      await app.close();
    }
  });
});
