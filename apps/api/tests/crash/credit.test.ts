import { assertInvariants } from '../helpers/invariants.ts';
import { issueCard, ledgerOf, type Card } from '../helpers/credit.ts';
import { makeDue, placedOf } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashingProcess, type CrashShop } from './crashShop.ts';
import { cartOfItsOwn, waitUntilIdle } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** A checkout that a gift card pays in full. */
const whole: StepTable = {
  BEGIN: 'the transaction begins',
  'idempotency.claim': 'the key is claimed',
  'carts.lock': 'the cart is locked',
  'credit.lockSpendable': 'the card is locked',
  'orders.create': 'the order is written',
  'carts.complete': 'the cart is completed',
  'events.emit': 'the first event is written',
  'credit.entry': 'the card is taken from',
  'payments.entry': 'the payment’s hold is written',
  'payments.captureCredit': 'the payment is recorded as succeeded',
  'payments.entry 2': 'the payment’s capture is written',
  'events.emit 2': 'the second event is written',
  'events.emit 3': 'the third event is written',
  'inventory.reserve': 'the stock is reserved',
  'inventory.commit': 'the goods are sold',
  COMMIT: 'the sale is committed',
  'orders.read': 'the order is read again',
  'idempotency.store': 'the answer is stored',
};

/** The webhook of Stripe's part, when a gift card pays the rest. */
const webhook: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'Stripe’s payment is recorded as succeeded',
  'payments.entry': 'its capture is written',
  'payments.figures': 'the payments’ figures are counted',
  'orders.transition': 'the order is confirmed',
  'inventory.commit': 'the goods are sold',
  'events.emit': 'the first event is written',
  'payments.captureCredit': 'the card’s payment is recorded as succeeded',
  'payments.entry 2': 'its capture is written too',
  'events.emit 2': 'the second event is written',
  COMMIT: 'the sale is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** The expiry of such an order. */
const lapse: StepTable = {
  'orders.clock': 'the sweeper reads the time',
  'orders.claimDue': 'the order is put off until the next sweep',
  'payments.ofOrder': 'its payments are read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe cancels its part',
  BEGIN: 'the payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'Stripe’s payment is recorded as canceled',
  COMMIT: 'the canceled payment is committed',
  'BEGIN 2': 'the order’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'orders.transition': 'the order is closed',
  'payments.cancelLocal': 'the card’s payment is canceled',
  'credit.entry': 'the hold on the card is released',
  'events.emit': 'the event is written',
  'inventory.release': 'the stock is released',
  'COMMIT 2': 'the expiry is committed',
};

let shop: CrashShop;
let bought: object;
let completed: object;
let lapsed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  bought = (await buy()).traces;
  completed = (await hear()).traces;
  lapsed = (await expire()).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

function send(api: CrashingProcess['api'], cartId: string, { code }: Card) {
  return api
    .post(`/api/v1/carts/${cartId}/checkout`)
    .set('Idempotency-Key', `key-of-${cartId}`)
    .send({ paymentProvider: 'stripe', giftCards: [code] });
}

/** The final state of an order and of its gift card. */
async function traces(orderId: string, card: Card) {
  return { ...(await tracesOf(shop, orderId)), card: await ledgerOf(shop, card) };
}

/** Sends a checkout to a process with a fault, then retries as a client does. */
async function buy(trouble?: Trouble) {
  const cartId = await cartOfItsOwn(shop);
  const card = await issueCard(shop, 100_000);
  const process = await shop.startProcess(trouble);
  await send(process.api, cartId, card);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  if (trouble?.mishap === 'the process dies') await shop.endLeases();
  const { body } = await send(shop.api, cartId, card).expect(201);
  await waitUntilIdle(shop);
  return { traces: await traces(body.data.order.id, card), taken: process.steps.taken };
}

async function placeSplit() {
  const card = await issueCard(shop, 1000);
  const { body } = await send(shop.api, await cartOfItsOwn(shop), card).expect(201);
  await waitUntilIdle(shop);
  return { ...placedOf(body.data), card };
}

/** Has a process handle the webhook of a payment, and then the queue's next worker. */
async function hear(trouble?: Trouble) {
  const { orderId, secret, card } = await placeSplit();
  await shop.confirm(secret);
  await shop.heard();
  const event = await shop.ctx.db.prisma.providerEvent.findFirstOrThrow({
    where: { type: 'payment_intent.succeeded', processedAt: null },
  });
  const process = await shop.startProcess(trouble);
  await process.services.webhooks
    .process(process.ctx, { provider: 'stripe', eventId: event.id })
    .catch(() => undefined);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await waitUntilIdle(shop);
  return { traces: await traces(orderId, card), taken: process.steps.taken };
}

/** Has a process expire an order, and then the next sweep. */
async function expire(trouble?: Trouble) {
  const { orderId, card } = await placeSplit();
  await makeDue(shop, { orderId });
  const process = await shop.startProcess(trouble);
  await process.services.checkout.expireDue(process.ctx).catch(() => undefined);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await waitUntilIdle(shop);
  await makeDue(shop, { orderId });
  await shop.container.services.checkout.expireDue(shop.ctx);
  await waitUntilIdle(shop);
  return { traces: await traces(orderId, card), taken: process.steps.taken };
}

test('Checkout, payment and expiry with a card have no other steps than those below', async () => {
  expect((await buy()).taken).toEqual(Object.keys(whole));
  expect((await hear()).taken).toEqual(Object.keys(webhook));
  expect((await expire()).taken).toEqual(Object.keys(lapse));
});

describe('A gift card is charged once when', () => {
  test.each(crashesAt(whole))('%s', async (_sentence, trouble) => {
    expect((await buy(trouble)).traces).toEqual(bought);
  });
});

describe('A hold on a gift card is captured with the rest when', () => {
  test.each(crashesAt(webhook))('%s', async (_sentence, trouble) => {
    expect((await hear(trouble)).traces).toEqual(completed);
  });
});

describe('A hold on a gift card is released once when', () => {
  test.each(crashesAt(lapse))('%s', async (_sentence, trouble) => {
    expect((await expire(trouble)).traces).toEqual(lapsed);
  });
});
