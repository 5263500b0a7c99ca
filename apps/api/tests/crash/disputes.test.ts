import { assertInvariants } from '../helpers/invariants.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { disturbed } from './disturbed.ts';
import { processWebhook, removeWebhook, webhookJobFor } from './webhookJobs.ts';
import { waitUntilIdle, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The first steps of every webhook about a dispute. */
const asked: StepTable = {
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
};

const opened: StepTable = {
  ...asked,
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as disputed',
  'events.emit': 'the event is written',
  'COMMIT 2': 'the dispute is committed',
  'webhooks.processed': 'the event is marked as processed',
};

const won: StepTable = {
  ...asked,
  'payments.entry 2': 'the ledger is written again',
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as paid',
  'transfers.waiting': 'refunds that waited for it are read',
  'events.emit': 'the event is written',
  'COMMIT 2': 'the victory is committed',
  'webhooks.processed': 'the event is marked as processed',
};

/** Before anything was sent. */
const lost: StepTable = {
  ...asked,
  'payments.entry 2': 'the ledger is written again',
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as refunded',
  'transfers.waiting': 'refunds that waited for it are read',
  'refunds.closeObsolete': 'refunds that are no longer needed are ended',
  'orders.transition 2': 'the order is canceled',
  'payments.cancelLocal': 'the manual payments are canceled',
  'refunds.balance': 'what credit has paid is read',
  'events.emit': 'the first event is written',
  'inventory.restock': 'the lines are restocked',
  'events.emit 2': 'the second event is written',
  'COMMIT 2': 'the loss is committed',
  'webhooks.processed': 'the event is marked as processed',
};

const tables = { opened, won, lost };
type Stage = keyof typeof tables;
const stages = Object.keys(tables) as Stage[];

let shop: CrashShop;
const undisturbed = new Map<Stage, object>();

beforeAll(async () => {
  shop = await startCrashShop();
  for (const stage of stages) undisturbed.set(stage, (await dispute(stage)).traces);
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Has a process handle the webhook of a dispute, and then the queue's next worker. */
async function dispute(stage: Stage, trouble?: Trouble) {
  const { orderId, secret } = await orderOfItsOwn(shop);
  await shop.confirm(secret, 'pm_card_createDispute');
  await shop.heard();
  await processWebhook(shop, await webhookJobFor(shop, 'payment_intent.succeeded'));
  // Stripe sends several events about one change; here the others are lost.
  await removeWebhook(shop, await webhookJobFor(shop, 'charge.dispute.funds_withdrawn'));
  const type = stage === 'opened' ? 'charge.dispute.created' : 'charge.dispute.closed';
  if (stage !== 'opened') {
    await waitUntilIdle(shop);
    await decide(orderId, stage);
  }
  const job = await webhookJobFor(shop, type);
  const taken = await disturbed(shop, trouble, (process) => process.runJob(job));
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, orderId), taken };
}

/** Stripe decides the dispute, and sends its webhook. */
async function decide(orderId: string, stage: 'won' | 'lost'): Promise<void> {
  const where = { payment: { orderId } };
  const { providerId } = await shop.ctx.db.prisma.dispute.findFirstOrThrow({ where });
  await shop.control('POST', `disputes/${providerId}/${stage === 'won' ? 'win' : 'lose'}`);
  await shop.heard();
  if (stage === 'lost') return;
  await removeWebhook(shop, await webhookJobFor(shop, 'charge.dispute.funds_reinstated'));
}

test.each(stages)(
  'The webhook of a dispute that is %s has no other steps than those below',
  async (stage) => {
    expect((await dispute(stage)).taken).toEqual(Object.keys(tables[stage]));
  },
);

describe.each(stages)('A dispute is recorded once when, as it is %s,', (stage) => {
  test.each(crashesAt(tables[stage]))('%s', async (_sentence, trouble) => {
    expect((await dispute(stage, trouble)).traces).toEqual(undisturbed.get(stage));
  });
});
