import { Stripe } from 'stripe';
import { assertInvariants } from '../helpers/invariants.ts';
import { type PlacedOrder } from '../helpers/orders.ts';
import { webhookSecret } from '../helpers/salesApp.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { waitUntilIdle, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

const receipt: StepTable = {
  'webhooks.store': 'the event is kept',
};

const success: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'payments.figures': 'the payment’s figures are counted',
  'orders.transition': 'the order is confirmed',
  'inventory.commit': 'the goods are sold',
  'events.emit': 'the first event is written',
  'events.emit 2': 'the second event is written',
  COMMIT: 'the sale is committed',
  'webhooks.processed': 'the event is marked as processed',
};

const stripe = new Stripe('sk_test_unused');
let shop: CrashShop;
let undisturbed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  undisturbed = await tracesOf(shop, (await hear()).orderId);
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

async function payOrder(): Promise<PlacedOrder> {
  const placed = await orderOfItsOwn(shop);
  await waitUntilIdle(shop);
  expect((await shop.confirm(placed.secret)).status).toBe('succeeded');
  await shop.heard();
  return placed;
}

/** Has a process handle the webhook of a payment, and then the queue's next worker. */
async function hear(trouble?: Trouble): Promise<PlacedOrder & { taken: string[] }> {
  const placed = await payOrder();
  const process = await shop.startProcess(trouble);
  for (const job of await shop.dueJobs('webhooks.process')) {
    if ((await typeOf(job.payload)) !== 'payment_intent.succeeded') continue;
    await process.runJob(job).catch(() => undefined);
  }
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await waitUntilIdle(shop);
  return { ...placed, taken: process.steps.taken };
}

async function typeOf(payload: unknown): Promise<string | undefined> {
  const { eventId: id } = payload as { eventId: string };
  return (await shop.ctx.db.prisma.providerEvent.findFirst({ where: { id } }))?.type;
}

/** Delivers an event to a process with a fault, and then once more. */
async function deliver(trouble?: Trouble): Promise<PlacedOrder & { taken: string[] }> {
  const placed = await payOrder();
  const events = await shop.ctx.db.prisma.providerEvent.findMany({
    where: { type: 'payment_intent.succeeded', processedAt: null },
  });
  const kept = events.find(({ payload }) => payload.includes(placed.intentId));
  if (!kept) throw new Error('Stripe has not told of the payment');
  // As if it had not arrived yet.
  await shop.ctx.db.prisma.providerEvent.delete({
    where: { provider_id: { provider: 'stripe', id: kept.id } },
  });
  await shop.container.database.pool.query(
    `DELETE FROM graphile_worker._private_jobs WHERE payload->>'eventId' = $1`,
    [kept.id],
  );
  const { payload } = kept;
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
  const post = (api: CrashShop['api']) =>
    api
      .post('/api/v1/webhooks/stripe')
      .set({ 'Content-Type': 'application/json', 'Stripe-Signature': header })
      .send(payload);
  const process = await shop.startProcess(trouble);
  const { status } = await post(process.api);
  await process.end();
  // Stripe delivers an unreceived event again.
  expect(status >= 500).toBe(trouble !== undefined);
  await post(shop.api).expect(200);
  await waitUntilIdle(shop);
  return { ...placed, taken: process.steps.taken };
}

test('The receipt of an event has no other steps than those below', async () => {
  expect((await deliver()).taken).toEqual(Object.keys(receipt));
});

test('The webhook of a success has no other steps than those below', async () => {
  expect((await hear()).taken).toEqual(Object.keys(success));
});

describe('A payment is recorded once when, as its event is received,', () => {
  test.each(crashesAt(receipt))('%s', async (_sentence, trouble) => {
    const { orderId } = await deliver(trouble);
    expect(await tracesOf(shop, orderId)).toEqual(undisturbed);
  });
});

describe('A payment is recorded once when, as its event is processed,', () => {
  test.each(crashesAt(success))('%s', async (_sentence, trouble) => {
    const { orderId } = await hear(trouble);
    expect(await tracesOf(shop, orderId)).toEqual(undisturbed);
  });
});
