import { assertInvariants } from '../helpers/invariants.ts';
import { makeDue } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { waitUntilIdle, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The sweeper's steps for an unpaid order. */
const unpaid: StepTable = {
  'orders.clock': 'the sweeper reads the time',
  'orders.claimDue': 'the order is put off until the next sweep',
  'payments.ofOrder': 'its payments are read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe cancels the payment',
  BEGIN: 'the payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  COMMIT: 'the canceled payment is committed',
  'BEGIN 2': 'the order’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'orders.transition': 'the order is closed',
  'payments.cancelLocal': 'the manual payments are canceled',
  'events.emit': 'the event is written',
  'inventory.release': 'the stock is released',
  'COMMIT 2': 'the expiry is committed',
};

/** The sweeper finds an order that was paid and whose webhook was lost. */
const paid: StepTable = {
  'orders.clock': 'the sweeper reads the time',
  'orders.claimDue': 'the order is put off until the next sweep',
  'payments.ofOrder': 'its payments are read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe refuses to cancel the payment',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe says that it was made',
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
};

let shop: CrashShop;
let lapsed: object;
let completed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  lapsed = (await expire('unpaid')).traces;
  completed = (await expire('paid')).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Has a process expire an order, and then the next sweep. */
async function expire(state: 'unpaid' | 'paid', trouble?: Trouble) {
  const { orderId, secret } = await orderOfItsOwn(shop);
  if (state === 'paid') await payWithoutWebhook(secret);
  await makeDue(shop, { orderId });
  const process = await shop.startProcess(trouble);
  await process.services.checkout.expireDue(process.ctx).catch(() => undefined);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await waitUntilIdle(shop);
  await makeDue(shop, { orderId });
  await shop.container.services.checkout.expireDue(shop.ctx);
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, orderId), taken: process.steps.taken };
}

/** Pays, and loses Stripe's events of it. */
async function payWithoutWebhook(secret: string): Promise<void> {
  await shop.control('POST', 'webhooks', { drop: 100 });
  expect((await shop.confirm(secret)).status).toBe('succeeded');
  await shop.control('DELETE', 'webhooks');
}

test('The expiry of an unpaid order has no other steps than those below', async () => {
  expect((await expire('unpaid')).taken).toEqual(Object.keys(unpaid));
});

test('The expiry of a paid order has no other steps than those below', async () => {
  expect((await expire('paid')).taken).toEqual(Object.keys(paid));
});

describe('An unpaid order releases its stock once when', () => {
  test.each(crashesAt(unpaid))('%s', async (_sentence, trouble) => {
    expect((await expire('unpaid', trouble)).traces).toEqual(lapsed);
  });
});

describe('An order that was paid without a webhook is completed once when', () => {
  test.each(crashesAt(paid))('%s', async (_sentence, trouble) => {
    expect((await expire('paid', trouble)).traces).toEqual(completed);
  });
});
