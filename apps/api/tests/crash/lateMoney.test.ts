import { assertInvariants } from '../helpers/invariants.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { disturbed } from './disturbed.ts';
import { processWebhook, webhookJobFor, onlyJob } from './webhookJobs.ts';
import { waitUntilIdle, expireAndSellOut, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The webhook of a payment whose order has expired and whose stock is sold. */
const webhook: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'payments.figures': 'the payment’s figures are counted',
  'orders.lines': 'the order’s lines are read',
  'inventory.reserve': 'its stock is reserved',
  'payments.figures 2': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as paid',
  'transfers.reserve': 'the amount is reserved',
  'refunds.insert': 'the refund is written',
  'orders.countRefund': 'the order’s refunds are counted',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'queue.add': 'the job that pays back is queued',
  'events.emit': 'the event is written',
  COMMIT: 'the refund is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** The job that refunds it. */
const refund: StepTable = {
  'transfers.find': 'the allocation is read',
  'transfers.markRequested': 'the request to Stripe is recorded',
  'Stripe: POST /v1/refunds': 'Stripe pays back',
  BEGIN: 'the transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'transfers.find 2': 'the allocation is read again',
  'transfers.move': 'the allocation is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'refunds.status': 'the refund’s state is written',
  'events.emit': 'the event is written',
  'payments.figures': 'the payment’s figures are counted',
  'orders.transition': 'the order is recorded as refunded',
  'refunds.closeObsolete': 'refunds that are no longer needed are ended',
  COMMIT: 'the refund is committed',
};

let shop: CrashShop;
let undisturbed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  undisturbed = (await payLate('webhooks.process')).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/**
 * Pays an order that has expired and whose stock is gone.
 * @param job the job with the fault.
 */
async function payLate(job: 'webhooks.process' | 'payments.refund', trouble?: Trouble) {
  const placed = await orderOfItsOwn(shop);
  await waitUntilIdle(shop);
  await expireAndSellOut(shop, placed.orderId);
  expect((await shop.confirm(placed.secret)).status).toBe('succeeded');
  await shop.heard();
  const event = await webhookJobFor(shop, 'payment_intent.succeeded');
  let due = event;
  if (job === 'payments.refund') {
    await processWebhook(shop, event);
    due = await onlyJob(shop, job);
  }
  const taken = await disturbed(shop, trouble, (process) => process.runJob(due));
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, placed.orderId), taken };
}

test('The webhook of a late payment has no other steps than those above', async () => {
  expect((await payLate('webhooks.process')).taken).toEqual(Object.keys(webhook));
});

test('The refund of a late payment has no other steps than those below', async () => {
  expect((await payLate('payments.refund')).taken).toEqual(Object.keys(refund));
});

describe('A late payment is refunded once when, as its event is processed,', () => {
  test.each(crashesAt(webhook))('%s', async (_sentence, trouble) => {
    expect((await payLate('webhooks.process', trouble)).traces).toEqual(undisturbed);
  });
});

describe('A late payment is refunded once when, as its refund is made,', () => {
  test.each(crashesAt(refund))('%s', async (_sentence, trouble) => {
    expect((await payLate('payments.refund', trouble)).traces).toEqual(undisturbed);
  });
});
