import { assertInvariants } from '../helpers/invariants.ts';
import type { PlacedOrder } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { waitUntilIdle, orderOfItsOwn, payOrder } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The steps of the cancellation of an unpaid order. */
const unpaid: StepTable = {
  'orders.read': 'the order is read',
  BEGIN: 'the key’s transaction begins',
  'idempotency.claim': 'the key is claimed',
  COMMIT: 'the claim is committed',
  'payments.ofOrder': 'the order’s payments are read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe cancels the payment',
  'BEGIN 2': 'the payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  'COMMIT 2': 'the canceled payment is committed',
  'BEGIN 3': 'the order’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'orders.transition': 'the order is canceled',
  'payments.cancelLocal': 'the manual payments are canceled',
  'refunds.balance': 'what was paid is read',
  'events.emit': 'the event is written',
  'inventory.release': 'the stock is released',
  'COMMIT 3': 'the cancellation is committed',
  'orders.read 2': 'the order is read again',
  'idempotency.store': 'the answer is stored',
};

/** The steps for a paid one; the refund job is in lateMoney.test.ts. */
const paid: StepTable = {
  'orders.read': 'the order is read',
  BEGIN: 'the key’s transaction begins',
  'idempotency.claim': 'the key is claimed',
  COMMIT: 'the claim is committed',
  'payments.ofOrder': 'the order’s payments are read',
  'BEGIN 2': 'the order’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'orders.transition': 'the order is canceled',
  'payments.cancelLocal': 'the manual payments are canceled',
  'refunds.balance': 'what was paid is read',
  'transfers.reserve': 'the amount is reserved',
  'refunds.insert': 'the refund is written',
  'orders.countRefund': 'the order’s refunds are counted',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'queue.add': 'the job that pays back is queued',
  'events.emit': 'the event is written',
  'inventory.restock': 'the lines are restocked',
  'COMMIT 2': 'the cancellation is committed',
  'orders.read 2': 'the order is read again',
  'idempotency.store': 'the answer is stored',
};

let shop: CrashShop;
let ended: object;
let paidBack: object;

beforeAll(async () => {
  shop = await startCrashShop();
  ended = (await cancel('unpaid')).traces;
  paidBack = (await cancel('paid')).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Requests a cancellation from a process with a fault, and repeats it with the same key. */
async function cancel(state: 'unpaid' | 'paid', trouble?: Trouble) {
  const placed = await orderOfItsOwn(shop);
  if (state === 'paid') await payOrder(shop, placed);
  const process = await shop.startProcess(trouble);
  const first = await send(process.api, placed);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  if (trouble?.mishap === 'the process dies') await shop.endLeases();
  const again = await send(shop.api, placed);
  expect(again.status).toBe(200);
  expect(first.status === 200 ? first.text : again.text).toBe(again.text);
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, placed.orderId), taken: process.steps.taken };
}

function send(api: CrashShop['api'], { orderId, token }: PlacedOrder) {
  return api
    .post(`/api/v1/orders/${orderId}/cancel`)
    .set({ 'Idempotency-Key': `cancel-${orderId}`, 'X-Order-Token': token });
}

test('The cancellation of an unpaid order has no other steps than those below', async () => {
  expect((await cancel('unpaid')).taken).toEqual(Object.keys(unpaid));
});

test('The cancellation of a paid order has no other steps than those below', async () => {
  expect((await cancel('paid')).taken).toEqual(Object.keys(paid));
});

describe('An unpaid order is canceled once when', () => {
  test.each(crashesAt(unpaid))('%s', async (_sentence, trouble) => {
    expect((await cancel('unpaid', trouble)).traces).toEqual(ended);
  });
});

describe('A paid order is canceled and refunded once when', () => {
  test.each(crashesAt(paid))('%s', async (_sentence, trouble) => {
    expect((await cancel('paid', trouble)).traces).toEqual(paidBack);
  });
});
