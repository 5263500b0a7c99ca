import { assertInvariants } from '../helpers/invariants.ts';
import type { PlacedOrder } from '../helpers/orders.ts';
import { asStaff } from '../helpers/staff.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { askTwice, disturbed } from './disturbed.ts';
import { processWebhook, webhookJobFor, onlyJob } from './webhookJobs.ts';
import { waitUntilIdle, expireAndSellOut, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The webhook of an authorization. */
const authorization: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/payment_intents/:id': 'Stripe is queried',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as authorized',
  'payments.entry': 'the ledger is written',
  'orders.transition': 'the order is confirmed',
  'inventory.commit': 'the goods are sold',
  'events.emit': 'the event is written',
  COMMIT: 'the sale is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** Staff capture the authorization. */
const capture: StepTable = {
  BEGIN: 'the key’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'idempotency.claim': 'the key is claimed',
  'audit.record': 'the audit log is written',
  COMMIT: 'the claim is committed',
  'Stripe: POST /v1/payment_intents/:id/capture': 'Stripe captures the money',
  'BEGIN 2': 'the payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'payments.figures': 'the payment’s figures are counted',
  'payments.figures 2': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as paid',
  'events.emit': 'the event is written',
  'COMMIT 2': 'the capture is committed',
  'orders.read': 'the order is read',
  'refunds.ofOrder': 'its refunds are read',
  'idempotency.store': 'the answer is stored',
};

/** A customer cancels an order with an authorized payment. */
const cancellation: StepTable = {
  'orders.read': 'the order is read',
  BEGIN: 'the key’s transaction begins',
  'idempotency.claim': 'the key is claimed',
  COMMIT: 'the claim is committed',
  'payments.ofOrder': 'the order’s payments are read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe lets the money go',
  'BEGIN 2': 'the payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as unpaid',
  'events.emit': 'the event of the lost authorization is written',
  'workflows.escalate': 'the workflow is escalated to staff',
  'events.emit 2': 'the event of that is written',
  'COMMIT 2': 'the lost hold is committed',
  'BEGIN 3': 'the order’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'orders.transition 2': 'the order is canceled',
  'payments.cancelLocal': 'the manual payments are canceled',
  'refunds.balance': 'what was paid is read',
  'events.emit 3': 'the event of the cancellation is written',
  'inventory.restock': 'the lines are restocked',
  'COMMIT 3': 'the cancellation is committed',
  'orders.read 2': 'the order is read again',
  'idempotency.store': 'the answer is stored',
};

/** The job that voids a late authorization. */
const release: StepTable = {
  'payments.find': 'the payment is read',
  'Stripe: POST /v1/payment_intents/:id/cancel': 'Stripe lets the money go',
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  'payments.figures': 'the order’s figures are counted',
  COMMIT: 'the end of the hold is committed',
};

const useCases = {
  authorization: { steps: authorization, run: authorize },
  capture: { steps: capture, run: take },
  cancellation: { steps: cancellation, run: cancel },
  release: { steps: release, run: voidLatePayment },
};
type UseCase = keyof typeof useCases;
const names = Object.keys(useCases) as UseCase[];

let shop: CrashShop;
const undisturbed = new Map<UseCase, object>();

beforeAll(async () => {
  shop = await startCrashShop({ STRIPE_CAPTURE_METHOD: 'manual' });
  for (const name of names) undisturbed.set(name, (await useCases[name].run()).traces);
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** An order whose payment is authorized at Stripe, which the shop has not recorded yet. */
async function hold(): Promise<PlacedOrder> {
  const placed = await orderOfItsOwn(shop);
  await waitUntilIdle(shop);
  expect((await shop.confirm(placed.secret)).status).toBe('requires_capture');
  await shop.heard();
  return placed;
}

async function hear({ orderId }: PlacedOrder, taken: string[]) {
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, orderId), taken };
}

async function authorize(trouble?: Trouble) {
  const placed = await hold();
  const job = await webhookJobFor(shop, 'payment_intent.amount_capturable_updated');
  return hear(placed, await disturbed(shop, trouble, (process) => process.runJob(job)));
}

async function take(trouble?: Trouble) {
  const placed = await hold();
  await waitUntilIdle(shop);
  const { taken } = await askTwice(shop, trouble, (api) =>
    api
      .post(`/api/v1/admin/orders/${placed.orderId}/capture`)
      .set({ ...asStaff, 'Idempotency-Key': placed.orderId }),
  );
  return hear(placed, taken);
}

async function cancel(trouble?: Trouble) {
  const placed = await hold();
  await waitUntilIdle(shop);
  const { taken } = await askTwice(shop, trouble, (api) =>
    api
      .post(`/api/v1/orders/${placed.orderId}/cancel`)
      .set({ 'X-Order-Token': placed.token, 'Idempotency-Key': `cancel-${placed.orderId}` }),
  );
  return hear(placed, taken);
}

async function voidLatePayment(trouble?: Trouble) {
  const placed = await orderOfItsOwn(shop);
  await waitUntilIdle(shop);
  await expireAndSellOut(shop, placed.orderId);
  await shop.confirm(placed.secret);
  await shop.heard();
  await processWebhook(shop, await webhookJobFor(shop, 'payment_intent.amount_capturable_updated'));
  const job = await onlyJob(shop, 'payments.void');
  return hear(placed, await disturbed(shop, trouble, (process) => process.runJob(job)));
}

test.each(names)('The %s has no other steps than those below', async (name) => {
  expect((await useCases[name].run()).taken).toEqual(Object.keys(useCases[name].steps));
});

describe.each(names)('An authorized payment is recorded once when, in its %s,', (name) => {
  test.each(crashesAt(useCases[name].steps))('%s', async (_sentence, trouble) => {
    expect((await useCases[name].run(trouble)).traces).toEqual(undisturbed.get(name));
  });
});
