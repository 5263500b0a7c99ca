import { assertInvariants } from '../helpers/invariants.ts';
import { postOrder, type PlacedOrder } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop, type DueJob } from './crashShop.ts';
import { disturbed } from './disturbed.ts';
import { processWebhook, removeWebhook, webhookJobFor, onlyJob } from './webhookJobs.ts';
import { waitUntilIdle, orderOfItsOwn, payOrder } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The refund job, when Stripe refuses because of a dispute. */
const refused: StepTable = {
  'transfers.find': 'the allocation is read',
  'transfers.markRequested': 'the request to Stripe is recorded',
  'Stripe: POST /v1/refunds': 'Stripe refuses',
  BEGIN: 'the transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'transfers.find 2': 'the allocation is read again',
  'transfers.move': 'the allocation is recorded as waiting',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'refunds.status': 'the refund’s state is written',
  'transfers.waiting': 'waiting refunds are checked',
  COMMIT: 'the wait is committed',
};

/** The webhook of a dispute that was won. */
const won: StepTable = {
  'webhooks.find': 'the event is read',
  'Stripe: GET /v1/disputes/:id': 'the dispute is retrieved from Stripe',
  'Stripe: GET /v1/payment_intents/:id': 'its payment is retrieved from Stripe',
  BEGIN: 'the payment’s transaction begins',
  'payments.lockRemote': 'the payment is read',
  COMMIT: 'the payment is left as it is',
  'BEGIN 2': 'the dispute’s transaction begins',
  'payments.findRemote': 'the payment’s order is read',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'disputes.find': 'the dispute is read',
  'disputes.upsert': 'the dispute is recorded',
  'payments.entry': 'the ledger is written',
  'payments.entry 2': 'the ledger is written again',
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as paid',
  'transfers.waiting': 'waiting refunds are checked',
  'queue.add': 'the job that pays back is queued',
  'refunds.unclaimed': 'the order has ended: what no refund claims is read',
  'events.emit': 'the event is written',
  'COMMIT 2': 'the victory is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** The job when a part of the money was lost: another refund returns the rest. */
const renewed: StepTable = {
  'transfers.find': 'the allocation is read',
  BEGIN: 'the transaction begins',
  'transfers.find 2': 'its order is read',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'transfers.find 3': 'the allocation is read again',
  'transfers.move': 'the allocation is closed as obsolete',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'refunds.status': 'the refund’s state is written',
  'orders.uncountRefund': 'what it was of is free again',
  'payments.figures': 'the order’s figures are counted',
  'refunds.closeObsolete': 'refunds that are no longer needed are ended',
  'refunds.close': 'the refund is ended',
  'refunds.find': 'the refund is read',
  'refunds.balance': 'what is left is read',
  'transfers.reserve': 'the amount is reserved',
  'refunds.insert': 'the other refund is written',
  'orders.countRefund': 'the order’s refunds are counted',
  'transfers.ofRefund 2': 'its transfers are read',
  'queue.add': 'the job that pays back is queued',
  COMMIT: 'the other refund is committed',
};

const tables = { refused, won, renewed };
type Part = keyof typeof tables;
const parts = Object.keys(tables) as Part[];

let shop: CrashShop;
const undisturbed = new Map<Part, object>();

beforeAll(async () => {
  shop = await startCrashShop();
  for (const part of parts) undisturbed.set(part, (await payBack(part)).traces);
}, 60_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

const forget = async (type: string) => removeWebhook(shop, await webhookJobFor(shop, type));

/** An order that is canceled as its payment is disputed; the shop receives that after Stripe's refusal. */
async function cancelDisputed(amount?: number): Promise<PlacedOrder & { disputeId: string }> {
  const placed = await orderOfItsOwn(shop);
  await payOrder(shop, placed);
  await postOrder(shop, placed, 'cancel').expect(200);
  const path = `payment_intents/${placed.intentId}/dispute`;
  const { id } = (await shop.control('POST', path, { amount })) as { id: string };
  return { ...placed, disputeId: id };
}

/** The job of one part of the way from a dispute to the refund. */
async function jobOf(part: Part, { disputeId }: { disputeId: string }): Promise<DueJob> {
  if (part === 'refused') return onlyJob(shop, 'payments.refund');
  await waitUntilIdle(shop);
  await shop.control('POST', `disputes/${disputeId}/${part === 'won' ? 'win' : 'lose'}`);
  await shop.heard();
  if (part === 'won') await forget('charge.dispute.funds_reinstated');
  const job = await webhookJobFor(shop, 'charge.dispute.closed');
  if (part === 'won') return job;
  await processWebhook(shop, job);
  return onlyJob(shop, 'payments.refund');
}

async function payBack(part: Part, trouble?: Trouble) {
  const placed = await cancelDisputed(part === 'renewed' ? 1000 : undefined);
  const job = await jobOf(part, placed);
  const taken = await disturbed(shop, trouble, (process) => process.runJob(job));
  await waitUntilIdle(shop);
  if (part === 'refused') {
    await shop.control('POST', `disputes/${placed.disputeId}/win`);
    await waitUntilIdle(shop);
  }
  return { traces: await tracesOf(shop, placed.orderId), taken };
}

test.each(parts)('A refund has no other steps than those below as it is %s', async (part) => {
  expect((await payBack(part)).taken).toEqual(Object.keys(tables[part]));
});

describe.each(parts)('A refund that a dispute blocks is made once when, as it is %s,', (part) => {
  test.each(crashesAt(tables[part]))('%s', async (_sentence, trouble) => {
    expect((await payBack(part, trouble)).traces).toEqual(undisturbed.get(part));
  });
});
