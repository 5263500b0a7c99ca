import * as fc from 'fast-check';
import { newId } from '../../src/kernel/ids.ts';
import { postOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund } from '../helpers/refunds.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';
import { isDisputable, type OrderModel } from './order.ts';
import { listAtStripe, type WebhookSubject, type Stage } from './stage.ts';

/** The order and its shop. */
export interface Real {
  readonly stage: Stage;
  readonly placed: PlacedOrder;
}

type Command = fc.AsyncCommand<OrderModel, Real>;

/**
 * One act on an order.
 * @param can whether the act is possible; acts that may be refused are tried.
 * @param run performs it, and records in the model what was promised or has happened.
 */
function act(
  name: string,
  can: (model: OrderModel) => boolean,
  run: (model: OrderModel, real: Real) => Promise<void>,
): Command {
  return { check: (model) => can({ ...model }), run, toString: () => name };
}

const always = () => true;
const whenPaid = ({ isPaid }: OrderModel) => isPaid;

/** Of a refund or a dispute. */
const amount = fc.constantFrom(1, 500, 1000, 2000, 2699);

/** The answer's status. @throws when it is none that a client may get. */
function statusOf({ status, text }: { status: number; text: string }, allowed: number[]): number {
  if (!allowed.includes(status)) throw new Error(`Answered with ${status}: ${text}`);
  return status;
}

/** Performs an act that Stripe or a bank may refuse. */
async function tried(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

const customer = [
  act('customer pays', always, async (model, { stage, placed }) => {
    const { status } = await stage.shop.confirm(placed.secret);
    if (status === 'succeeded') model.isPaid = true;
  }),
  act('customer cancels', always, async (model, { stage, placed }) => {
    const answer = await postOrder(stage.shop, placed, 'cancel');
    if (statusOf(answer, [200, 409]) === 200) model.isCanceled = true;
  }),
].map((command) => fc.constant(command));

const staff = [
  amount.map((wanted) =>
    act(`staff refund ${wanted}`, whenPaid, async (model, { stage, placed }) => {
      const body = { amount: { amount: wanted, currency: 'USD' } };
      const answer = await refund(stage.shop, placed, body);
      if (statusOf(answer, [201, 409, 422]) === 201) model.promised += wanted;
    }),
  ),
  fc.boolean().map((restock) =>
    act(
      `staff refund the goods${restock ? ' and restock them' : ''}`,
      always,
      async (model, real) => {
        const lines = [{ itemId: real.placed.itemIds[0], quantity: 1 }];
        const answer = await refund(real.stage.shop, real.placed, { lines, restock });
        if (statusOf(answer, [201, 409, 422]) !== 201) return;
        const { data } = answer.body as { data: { amount: { amount: number } } };
        model.promised += data.amount.amount;
        if (restock) model.isRestocked = true;
      },
    ),
  ),
  fc.nat(3).map((index) =>
    act(`staff retry refund ${index}`, whenPaid, async (model, { stage, placed }) => {
      const { refunds } = await orderOf(stage.shop, placed);
      const chosen = refunds[index];
      if (!chosen) return;
      const answer = await stage.shop.api
        .post(`/api/v1/admin/refunds/${chosen.id}/retry`)
        .set({ ...asStaff, 'Idempotency-Key': newId('request') });
      const isTaken = statusOf(answer, [200, 409]) === 200;
      if (isTaken && chosen.status === 'failed') model.promised += chosen.amount.amount;
    }),
  ),
];

/** The last dispute in a stage. */
const disputeIn = ({ disputes }: OrderModel, ...stages: string[]) =>
  disputes.findLast(({ stage }) => stages.includes(stage));

/** Of the whole rest, or of a part. */
const disputed = fc.option(amount, { nil: undefined, freq: 1 });

const bank = [
  fc.record({ amount: disputed, inquiry: fc.boolean() }).map(({ amount: wanted, inquiry }) =>
    act(
      `bank ${inquiry ? 'asks about' : 'disputes'} ${wanted ?? 'all'}`,
      isDisputable,
      async (model, real) => {
        const { shop } = real.stage;
        const path = `payment_intents/${real.placed.intentId}/dispute`;
        const asked = shop.control('POST', path, { inquiry, ...(wanted && { amount: wanted }) });
        if (!(await tried(asked))) return;
        const made = (await asked) as { id: string; amount: number };
        const stage = inquiry ? 'inquiry' : 'open';
        model.disputes.push({ id: made.id, amount: made.amount, stage });
      },
    ),
  ),
  fc.constant(
    act(
      'bank makes a dispute of its inquiry',
      (model) => disputeIn(model, 'inquiry') !== undefined,
      async (model, { stage }) => {
        const dispute = disputeIn(model, 'inquiry');
        if (!dispute) return;
        const asked = stage.shop.control('POST', `disputes/${dispute.id}/escalate`);
        if (!(await tried(asked))) return;
        const { amount: left } = (await asked) as { amount: number };
        Object.assign(dispute, { stage: 'open', amount: left });
      },
    ),
  ),
  fc.boolean().map((isWon) =>
    act(
      `bank decides for the ${isWon ? 'shop' : 'customer'}`,
      (model) => disputeIn(model, 'open', 'inquiry') !== undefined,
      (model, real) => decide(model, real, isWon),
    ),
  ),
  fc.constant(
    act('bank sends a refund back', whenPaid, async (model, { stage, placed }) => {
      const made = await listAtStripe(stage.shop, 'refunds', placed.intentId);
      const arrived = made.findLast(({ status }) => status === 'succeeded');
      if (!arrived) return;
      await stage.shop.control('POST', `refunds/${arrived.id}/fail`);
      model.bounced += arrived.amount;
    }),
  ),
];

/** The bank decides an open dispute, or closes an inquiry. */
export async function decide(model: OrderModel, { stage }: Real, isWon: boolean): Promise<void> {
  const dispute = disputeIn(model, 'open', 'inquiry');
  if (!dispute) return;
  await stage.shop.control('POST', `disputes/${dispute.id}/${isWon ? 'win' : 'lose'}`);
  const decided = isWon ? 'won' : 'lost';
  dispute.stage = dispute.stage === 'inquiry' ? 'closed' : decided;
}

const dashboard = [
  amount.map((wanted) =>
    act(`dashboard refunds ${wanted}`, whenPaid, async (model, { stage, placed }) => {
      const path = `payment_intents/${placed.intentId}/refund`;
      const isMade = await tried(stage.shop.control('POST', path, { amount: wanted }));
      if (isMade) model.promised += wanted;
    }),
  ),
];

const clock = [
  act('a job runs', always, async (_model, { stage }) => void (await stage.runJob())),
  act('the time to pay is up', always, (_model, { stage, placed }) => stage.expire(placed)),
  act('the sweeper looks', always, (_model, { stage }) => stage.sweep()),
  act('the reconciliation runs', always, (_model, { stage }) => stage.reconcile()),
  ...(['payment', 'refunds', 'disputes'] as const).map((what: WebhookSubject) =>
    act(
      `the shop receives the webhooks of the ${what}`,
      always,
      async (_model, { stage, placed }) => {
        await tried(stage.deliver(placed, what));
      },
    ),
  ),
].map((command) => fc.constant(command));

/** All acts; a new one is added here. */
export const acts: readonly fc.Arbitrary<Command>[] = [
  ...customer,
  ...staff,
  ...bank,
  ...dashboard,
  ...clock,
];
