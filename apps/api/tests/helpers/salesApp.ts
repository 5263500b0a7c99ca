import { startSandbox, type Sandbox } from '@cartwright/stripe-sandbox';
import { newId } from '../../src/kernel/ids.ts';
import type { RemoteProvider } from '../../src/ports/paymentProvider.ts';
import { startJobWorker } from '../../src/jobs/startJobWorker.ts';
import type { JobWorker } from '../../src/services/queue/jobWorker.ts';
import { startTestApp, type TestApp } from './app.ts';
import { webPictures } from './webPictures.ts';

/** A shop that ships to the US for 5.00, adds 10 % of tax, and has its own Stripe sandbox. */
export interface SalesApp extends TestApp {
  readonly sandbox: Sandbox;
  readonly shippingOptionId: string;
  /** Calls one of the sandbox's controls, such as `POST faults`. */
  control(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: Record<string, unknown>,
  ): Promise<unknown>;
  /** What Stripe.js does: confirms a payment with its client secret. @returns the PaymentIntent, or Stripe's error. */
  confirm(clientSecret: string, paymentMethod?: string): Promise<Confirmation>;
  /** A cart with everything that a checkout requires. @returns its id. */
  readyCart(
    items: Line[],
    patch?: Record<string, unknown>,
    terms?: { currency?: string },
  ): Promise<string>;
  checkout(
    cartId: string,
    body?: Record<string, unknown>,
    key?: string,
  ): ReturnType<TestApp['api']['post']>;
}

export interface Line {
  variantId: string;
  quantity: number;
}

interface Confirmation {
  status?: string;
  id?: string;
  error?: { code: string; payment_intent?: { status: string } };
}

interface SalesOptions {
  /** Runs jobs, and has Stripe deliver its webhooks to the shop. */
  worker?: boolean;
  env?: Record<string, string>;
  /** Besides Stripe. */
  paymentProviders?: readonly RemoteProvider[];
}

export const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  line1: '12 Analytical Row',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

export const webhookSecret = 'whsec_shop';

export async function startSalesApp({
  worker: runsJobs = false,
  env = {},
  paymentProviders = [],
}: SalesOptions = {}): Promise<SalesApp> {
  const keys = { secretKey: 'sk_test_shop', publishableKey: 'pk_test_shop' };
  const sandbox = await startSandbox({ ...keys, webhookSecret, settleMs: 60_000 });
  const app = await startTestApp(
    {
      STRIPE_SECRET_KEY: keys.secretKey,
      STRIPE_PUBLISHABLE_KEY: keys.publishableKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      STRIPE_TIMEOUT_MS: '2000',
      CARTWRIGHT_EMBEDDED: 'stripe',
      ...env,
    },
    { paymentProviders, remoteFiles: webPictures },
  );
  const shippingOptionId = await seedShippingAndTax(app);
  let worker: JobWorker | undefined;

  const shop: SalesApp = {
    ...app,
    sandbox,
    shippingOptionId,
    async control(method, path, body = {}) {
      const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
      return await answer.json();
    },
    async confirm(clientSecret, paymentMethod = 'pm_card_visa') {
      const [id] = clientSecret.split('_secret_');
      const answer = await fetch(`${sandbox.url}/v1/payment_intents/${id}/confirm`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${keys.publishableKey}` },
        body: new URLSearchParams({ client_secret: clientSecret, payment_method: paymentMethod }),
      });
      return (await answer.json()) as Confirmation;
    },
    async readyCart(items, patch = {}, terms = {}) {
      const { body } = await app.api
        .post('/api/v1/carts')
        .send({ items, ...terms })
        .expect(201);
      const { id } = body.data as { id: string };
      await app.api
        .patch(`/api/v1/carts/${id}`)
        .send({ email: 'ada@example.com', shippingAddress: address, shippingOptionId, ...patch })
        .expect(200);
      return id;
    },
    checkout: (cartId, body = { paymentProvider: 'stripe' }, key = newId('request')) =>
      app.api.post(`/api/v1/carts/${cartId}/checkout`).set('Idempotency-Key', key).send(body),
    async close(options) {
      await worker?.stop(5000);
      await sandbox.close();
      await app.close(options);
    },
  };
  if (runsJobs) {
    worker = await startJobWorker(app.container);
    const url = `${app.url}/api/v1/webhooks/stripe`;
    await shop.control('POST', 'webhook-endpoint', { url, secret: webhookSecret });
  }
  return shop;
}

async function seedShippingAndTax({ ctx }: TestApp): Promise<string> {
  const id = newId('shippingOption');
  await ctx.db.prisma.shippingZone.create({
    data: {
      id: newId('zone'),
      name: 'United States',
      countries: ['US'],
      options: {
        create: {
          id,
          name: 'Parcel',
          kind: 'flat',
          rates: { create: { id: newId('shippingRate'), currency: 'USD', amount: 500 } },
        },
      },
    },
  });
  await ctx.db.prisma.taxRate.create({
    data: {
      id: newId('taxRate'),
      country: 'US',
      name: 'Sales tax',
      ratePpm: 100_000,
      taxesShipping: false,
    },
  });
  return id;
}
