import { assertInvariants } from '../helpers/invariants.ts';
import { issueCard, ledgerOf } from '../helpers/credit.ts';
import { placedOf } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { disturbed } from './disturbed.ts';
import { webhookJobFor } from './webhookJobs.ts';
import { cartOfItsOwn, waitUntilIdle, expireDespitePayment } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The webhook of a late payment when the stock of its order is still available. */
const goods: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'payments.figures': 'the payment’s figures are counted',
  'orders.lines': 'the order’s lines are read',
  'inventory.reserve': 'its goods are reserved again',
  'orders.transition': 'the order is confirmed',
  'inventory.commit': 'the goods are sold',
  'events.emit': 'the first event is written',
  'events.emit 2': 'the second event is written',
  COMMIT: 'the sale is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** The same when a gift card pays a part of it and still has the balance. */
const goodsAndCard: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'payments.figures': 'the payment’s figures are counted',
  'payments.creditShares': 'the card’s share is read',
  'credit.lockUsable': 'the card is locked',
  'orders.lines': 'the order’s lines are read',
  'inventory.reserve': 'its goods are reserved again',
  'payments.insertCredit': 'the card’s new payment is written',
  'credit.entry': 'the card is taken from',
  'payments.entry 2': 'the new payment’s hold is written',
  'orders.transition': 'the order is confirmed',
  'inventory.commit': 'the goods are sold',
  'events.emit': 'the first event is written',
  'payments.captureCredit': 'the card’s payment is recorded as succeeded',
  'payments.entry 3': 'its capture is written',
  'events.emit 2': 'the second event is written',
  COMMIT: 'the sale is committed',
  'webhooks.processed': 'the event is marked as processed',
};

let shop: CrashShop;
let revived: object;
let revivedWithCard: object;

beforeAll(async () => {
  shop = await startCrashShop();
  revived = (await payLate(0)).traces;
  revivedWithCard = (await payLate(1000)).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** @param onCard the amount that a gift card pays. */
async function payLate(onCard: number, trouble?: Trouble) {
  const card = await issueCard(shop, 1000);
  const { body } = await shop
    .checkout(await cartOfItsOwn(shop), {
      paymentProvider: 'stripe',
      ...(onCard > 0 && { giftCards: [card.code] }),
    })
    .expect(201);
  const { orderId, secret } = placedOf(body.data);
  await waitUntilIdle(shop);
  await expireDespitePayment(shop, orderId);
  expect((await shop.confirm(secret)).status).toBe('succeeded');
  await shop.heard();
  const job = await webhookJobFor(shop, 'payment_intent.succeeded');
  const taken = await disturbed(shop, trouble, (process) => process.runJob(job));
  await waitUntilIdle(shop);
  return {
    traces: { ...(await tracesOf(shop, orderId)), card: await ledgerOf(shop, card) },
    taken,
  };
}

test('A late payment whose stock is still there has no other steps than those below', async () => {
  expect((await payLate(0)).taken).toEqual(Object.keys(goods));
  expect((await payLate(1000)).taken).toEqual(Object.keys(goodsAndCard));
});

describe('A late payment confirms its order once when', () => {
  test.each(crashesAt(goods))('%s', async (_sentence, trouble) => {
    expect((await payLate(0, trouble)).traces).toEqual(revived);
  });
});

describe('A late payment holds the gift card again, once, when', () => {
  test.each(crashesAt(goodsAndCard))('%s', async (_sentence, trouble) => {
    expect((await payLate(1000, trouble)).traces).toEqual(revivedWithCard);
  });
});
