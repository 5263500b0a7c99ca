import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { newId } from '../../src/kernel/ids.ts';
import { shopMarkOf } from '../../src/utils/shopMark.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { placeOrder, placePaidOrder, storedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { deliver, eventOf, jobsOfEvent, keptEvent, processEvent } from '../helpers/stripeEvents.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = variantIds[0] ?? '';
}, 30_000);

afterAll(() => shop.close());

type Stripe = Pick<SalesApp, 'sandbox'>;

/** Sends a request to the sandbox, as another system with the account's key does. */
async function ask<T>({ sandbox }: Stripe, path: string, form?: Record<string, string>) {
  const answer = await fetch(`${sandbox.url}/v1/${path}`, {
    headers: { Authorization: `Bearer ${sandbox.secretKey}` },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

interface Intent {
  id: string;
  latest_charge: string;
  metadata: Record<string, string>;
}

/** A confirmed payment of another system on the account. */
function payElsewhere(
  stripe: Stripe,
  metadata: Record<string, string> = {},
  terms: Record<string, string> = {},
): Promise<Intent> {
  return ask(stripe, 'payment_intents', {
    amount: '700',
    currency: 'usd',
    confirm: 'true',
    payment_method: 'pm_card_visa',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
    ...Object.fromEntries(
      Object.entries(metadata).map(([key, value]) => [`metadata[${key}]`, value]),
    ),
    ...terms,
  });
}

/** The same with a refund and a dispute. @returns all their ids. */
async function createForeignObjects(
  stripe: SalesApp,
  ...terms: [Record<string, string>?, Record<string, string>?]
) {
  const { id, latest_charge: charge } = await payElsewhere(stripe, ...terms);
  const refund = await ask<{ id: string }>(stripe, 'refunds', {
    payment_intent: id,
    amount: '300',
  });
  await stripe.control('POST', `payment_intents/${id}/dispute`);
  const list = await ask<{ data: { id: string }[] }>(stripe, `disputes?payment_intent=${id}`);
  return { id, charge, refund: refund.id, dispute: list.data[0]?.id ?? '' };
}

/** Delivers an event and runs its job. @returns the event's id. */
async function tell(type: string, objectId: string): Promise<string> {
  const id = `evt_${newId('event')}`;
  await deliver(shop, eventOf(type, objectId, id)).expect(200);
  await processEvent(shop, id);
  return id;
}

describe('Webhooks of another system on the same account', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['without metadata', {}, {}],
    ['with its own metadata', { invoice: '7', orderId: '4711', paymentId: '4711' }, {}],
    ['in a currency that is not known here', {}, { currency: 'std' }],
    [
      'of another shop like this one',
      { paymentId: newId('payment'), shop: shopMarkOf('other') },
      {},
    ],
  ])('are set aside, and never retried: %s', async (_what, metadata, terms) => {
    const { id, charge, refund, dispute } = await createForeignObjects(shop, metadata, terms);
    for (const [type, objectId] of [
      ['payment_intent.succeeded', id],
      ['refund.created', refund],
      ['charge.refunded', charge],
      ['charge.dispute.created', dispute],
    ] as const) {
      expect(await keptEvent(shop, await tell(type, objectId))).toMatchObject({
        outcome: 'not_ours',
        processedAt: expect.any(Date),
        attempts: 0,
        lastError: expect.stringMatching(/another (system|shop)'s/),
      });
    }
  });

  test('are no finding of the reconciliation', async () => {
    await createForeignObjects(shop);
    await createForeignObjects(shop, { paymentId: newId('payment'), shop: shopMarkOf('other') });
    const services = shop.container.services;
    const reconciliation = createReconciliationService({
      ...services,
      options: { settleSeconds: 0 },
    });
    const { findings, foreign } = await reconciliation.run(shop.ctx);
    expect(findings).toEqual([]);
    expect(foreign).toBeGreaterThanOrEqual(6);
  });

  test('leave no job, and are counted', async () => {
    const alive = await startSalesApp({ worker: true });
    await createForeignObjects(alive);
    const { prisma } = alive.ctx.db;
    const events = await eventually(async () => {
      const all = await prisma.providerEvent.findMany();
      const isDone = all.every(({ processedAt }) => processedAt !== null);
      return all.some(({ type }) => type === 'charge.dispute.created') && isDone && all;
    });
    const outcomes = events.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['not_ours', 'unused']));
    for (const { id, attempts } of events) {
      expect([
        attempts,
        await eventually(async () => (await jobsOfEvent(alive, id)) === 0),
      ]).toEqual([0, true]);
    }
    const { registry } = alive.container.metrics;
    const counted = await registry.getSingleMetric('stripe_events_total')?.get();
    const ofOthers = outcomes.filter((outcome) => outcome === 'not_ours').length;
    expect(counted?.values).toEqual([
      expect.objectContaining({ labels: { outcome: 'not_ours' }, value: ofOthers }),
    ]);
    await assertInvariants(alive.ctx);
    await alive.close();
  }, 30_000);
});

describe("The shop's own events", () => {
  test('belong to payments with the shop’s metadata', async () => {
    const { intentId } = await placeOrder(shop, variantId);
    const { metadata } = await ask<Intent>(shop, `payment_intents/${intentId}`);
    expect(metadata['shop']).toMatch(/^[\w-]{16}$/);
  });

  test('are recognised by the ledger, also when their metadata has changed', async () => {
    const { intentId, orderId } = await placeOrder(shop, variantId);
    await ask(shop, `payment_intents/${intentId}`, {
      'metadata[paymentId]': '',
      'metadata[shop]': shopMarkOf('older secret'),
    });
    const { client_secret: secret } = await ask<{ client_secret: string }>(
      shop,
      `payment_intents/${intentId}`,
    );
    await shop.confirm(secret);
    expect(await keptEvent(shop, await tell('payment_intent.succeeded', intentId))).toMatchObject({
      outcome: 'acted_on',
    });
    expect(await storedOrder(shop, { orderId })).toMatchObject({ paymentStatus: 'paid' });
  });

  test('are retried while the row is missing, and recorded when it exists', async () => {
    const { prisma } = shop.ctx.db;
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503 });
    const { orderId, paymentId } = await placeOrder(shop, variantId);
    const hide = (from: string, to: string) =>
      prisma.$executeRaw`UPDATE payments SET id = ${to} WHERE id = ${from}`;
    await hide(paymentId, 'pay_hidden');
    const { id } = await payElsewhere(shop, { paymentId, orderId }, { amount: '2699' });
    const event = `evt_${newId('event')}`;
    await deliver(shop, eventOf('payment_intent.succeeded', id, event)).expect(200);
    const process = () => processEvent(shop, event);
    await expect(process()).rejects.toThrow(`No payment of ours is ${id}`);
    expect(await keptEvent(shop, event)).toMatchObject({
      outcome: null,
      processedAt: null,
      attempts: 1,
    });
    const refund = await ask<{ id: string }>(shop, 'refunds', {
      payment_intent: id,
      amount: '300',
    });
    await expect(tell('refund.created', refund.id)).rejects.toThrow('No payment of ours has');
    await hide('pay_hidden', paymentId);
    await process();
    expect(await keptEvent(shop, event)).toMatchObject({ outcome: 'acted_on' });
    await tell('refund.created', refund.id);
    const order = await storedOrder(shop, { orderId });
    expect(order).toMatchObject({ paymentStatus: 'partially_refunded', status: 'confirmed' });
  });

  test('of refunds and disputes are recorded', async () => {
    const placed = await placePaidOrder(shop, variantId);
    await shop.control('POST', `payment_intents/${placed.intentId}/dispute`);
    const { data } = await ask<{ data: { id: string }[] }>(
      shop,
      `disputes?payment_intent=${placed.intentId}`,
    );
    expect(
      await keptEvent(shop, await tell('charge.dispute.created', data[0]?.id ?? '')),
    ).toMatchObject({ outcome: 'acted_on' });
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'disputed' });
    await assertInvariants(shop.ctx);
  });
});
