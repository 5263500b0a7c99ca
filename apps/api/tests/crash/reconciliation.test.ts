import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import type { PlacedOrder } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashingProcess, type CrashShop } from './crashShop.ts';
import { disturbed } from './disturbed.ts';
import { withWebhooksLost } from './webhookJobs.ts';
import { waitUntilIdle, orderOfItsOwn, payOrder } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The steps of a run besides its repairs. */
const reading: StepTable = {
  'reconciliation.last': 'the last run is read',
  'reconciliation.begin': 'the run is recorded',
  'Stripe: GET /v1/payment_intents': 'Stripe lists its payments',
  'reconciliation.payments': 'the stored payments are read',
  'reconciliation.payments 2': 'the payments are read again after the repair',
  'reconciliation.progress': 'the findings are recorded',
  'reconciliation.unsettled': 'old unsettled payments are read',
  'reconciliation.progress 2': 'the findings are recorded again',
  'reconciliation.paid': 'payments that Stripe does not know are read',
  'Stripe: GET /v1/refunds': 'Stripe lists its refunds',
  'reconciliation.payments 3': 'the payments of the refunds are read',
  'reconciliation.transfers': 'the stored refunds are read',
  'reconciliation.progress 3': 'the findings among the refunds are recorded',
  'reconciliation.oldestOpenDispute': 'the oldest open dispute is read',
  'Stripe: GET /v1/disputes': 'Stripe lists its disputes',
  'reconciliation.payments 4': 'the payments of the disputes are read',
  'reconciliation.disputes': 'the stored disputes are read',
  'reconciliation.progress 4': 'the findings among the disputes are recorded',
  'Stripe: GET /v1/balance_transactions': 'Stripe lists its fees of charges',
  'Stripe: GET /v1/balance_transactions 2': 'Stripe lists its fees of other payments',
  'reconciliation.missingFees': 'fees that are not stored are read',
  'reconciliation.progress 5': 'the number of new fees is recorded',
  'reconciliation.finish': 'the run is finished',
};

/** A payment that succeeded, and whose webhook was lost. */
const payment: StepTable = {
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

/** The fee of it. */
const fee: StepTable = {
  'BEGIN 2': 'the fee’s transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'payments.entry 2': 'the ledger is written again',
  'COMMIT 2': 'the fee is committed',
};

const cancellation: StepTable = {
  BEGIN: 'the transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  COMMIT: 'the canceled payment is committed',
};

/** A refund from the dashboard. */
const refund: StepTable = {
  'Stripe: GET /v1/refunds/:id': 'the refund is retrieved from Stripe',
  'payments.findRemote': 'its payment is read',
  BEGIN: 'the transaction begins',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'transfers.findRemote': 'the refund is read',
  'transfers.reserveRemote': 'the amount is reserved',
  'refunds.insert': 'the refund is written',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'transfers.move': 'the allocation is recorded as succeeded',
  'payments.entry': 'the ledger is written',
  'transfers.ofRefund 2': 'the transfers are read again',
  'refunds.status': 'the refund’s state is written',
  'events.emit': 'the event is written',
  'payments.figures': 'the payment’s figures are counted',
  'orders.transition': 'the order is recorded as refunded in part',
  'refunds.closeObsolete': 'refunds that are no longer needed are ended',
  'transfers.waiting': 'waiting refunds are read',
  COMMIT: 'the refund is committed',
};

/** A dispute. */
const dispute: StepTable = {
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
  'payments.figures': 'the order’s figures are counted',
  'orders.transition': 'the order is recorded as disputed',
  'events.emit': 'the event is written',
  'COMMIT 2': 'the dispute is committed',
};

const repairs = {
  payment: { steps: payment, happen: ({ secret }: PlacedOrder) => shop.confirm(secret) },
  fee: { steps: fee, happen: ({ secret }: PlacedOrder) => shop.confirm(secret) },
  // Its id at Stripe could not be stored.
  'lost payment': { steps: payment, happen: loseId },
  cancellation: {
    steps: cancellation,
    happen: ({ intentId }: PlacedOrder) =>
      shop.control('POST', `payment_intents/${intentId}/cancel`),
  },
  refund: { steps: refund, happen: payBack },
  dispute: { steps: dispute, happen: compensate },
  everything: { steps: reading, happen: missAll },
};
type Repair = keyof typeof repairs;
const names = (Object.keys(repairs) as Repair[]).filter((name) => name !== 'everything');
/** Changes of a payment that the shop has recorded. */
const later: ReadonlySet<Repair> = new Set(['refund', 'dispute']);

let shop: CrashShop;
const undisturbed = new Map<Repair, object>();

beforeAll(async () => {
  shop = await startCrashShop();
  await runLater({ ctx: shop.ctx, services: shop.container.services });
  for (const name of [...names, 'everything'] as const)
    undisturbed.set(name, (await repair(name)).traces);
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

async function loseId({ paymentId, secret }: PlacedOrder): Promise<void> {
  await shop.confirm(secret);
  await shop.ctx.db.prisma.payment.update({
    where: { id: paymentId },
    data: { providerId: null, clientSecret: null },
  });
}

/** In the dashboard. */
async function payBack({ intentId }: PlacedOrder): Promise<void> {
  const { sandbox } = shop;
  const answer = await fetch(`${sandbox.url}/v1/refunds`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sandbox.secretKey}` },
    body: new URLSearchParams({ payment_intent: intentId, amount: '100' }),
  });
  expect(answer.status).toBe(200);
}

/** By the customer's bank. */
async function compensate({ intentId }: PlacedOrder): Promise<void> {
  await shop.control('POST', `payment_intents/${intentId}/dispute`);
}

/** Creates one of each kind that a run reads. */
async function missAll(placed: PlacedOrder): Promise<void> {
  await shop.confirm(placed.secret);
  await payBack(placed);
  await compensate(placed);
}

/** Has a process find a change without a webhook, and then the next run. */
async function repair(name: Repair, trouble?: Trouble) {
  await leaveBehind();
  const placed = await orderOfItsOwn(shop);
  if (later.has(name)) await payOrder(shop, placed);
  await waitUntilIdle(shop);
  await withWebhooksLost(shop, async () => repairs[name].happen(placed));
  const taken = await disturbed(shop, trouble, (process) => runLater(process));
  await runLater({ ctx: shop.ctx, services: shop.container.services });
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, placed.orderId), taken };
}

/**
 * A run reads from an hour before the begin of the last finished run. As the runs of earlier cases
 * began by the clock of `runLater`, the next reads only the objects of the current case.
 */
async function leaveBehind(): Promise<void> {
  await shop.container.database.pool.query(
    `UPDATE reconciliations SET started_at = now() + interval '1 hour'`,
  );
}

/** A run of an hour later, which reads what has just happened. */
async function runLater({ ctx, services }: Pick<CrashingProcess, 'ctx' | 'services'>) {
  const reconciliation = createReconciliationService({ ...services, options: { windowDays: 0 } });
  const later = Date.now() + 3_600_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  await reconciliation.run(ctx).finally(() => clock.mockRestore());
}

test('A run takes each of the steps below', async () => {
  const { taken } = await repair('everything');
  expect(taken.filter((step) => step in reading)).toEqual(Object.keys(reading));
});

test.each(names)('The repair of a %s has no other steps than those below', async (name) => {
  const steps = Object.keys(repairs[name].steps);
  const { taken } = await repair(name);
  const [first = '', last = ''] = [steps[0], steps.at(-1)];
  expect(taken.slice(taken.indexOf(first), taken.indexOf(last) + 1)).toEqual(steps);
});

describe('Without a webhook, the next run finds the change when', () => {
  test.each(crashesAt(reading))('%s', async (_sentence, trouble) => {
    expect((await repair('everything', trouble)).traces).toEqual(undisturbed.get('everything'));
  });
});

describe.each(names)('A finding about a %s is repaired once when', (name) => {
  test.each(crashesAt(repairs[name].steps))('%s', async (_sentence, trouble) => {
    expect((await repair(name, trouble)).traces).toEqual(undisturbed.get(name));
  });
});
