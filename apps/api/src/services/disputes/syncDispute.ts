import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { DisputeStanding, RemoteDispute } from '../../ports/paymentProvider.ts';
import { ForeignObjectError } from '../../utils/foreignObject.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { RefundsService } from '../refunds.service.ts';
import { canFollow } from './canFollow.ts';
import { selectDispute, upsertDispute } from './statements.ts';

export interface DisputeDeps {
  payments: PaymentsService;
  refunds: RefundsService;
  orders: OrdersService;
  inventory: InventoryService;
}

type DisputedPayment = Awaited<ReturnType<PaymentsService['lockDisputed']>>;

/** A dispute as the provider has it, what that means, and what the ledger had of it before. */
interface Reading {
  readonly seen: RemoteDispute;
  readonly standing: DisputeStanding;
  /** Undefined for one that is not stored. */
  readonly before: DisputeStanding | undefined;
}

/**
 * Asks the provider how a dispute stands and records it, whatever was recorded before and in whatever
 * order updates come.
 * @returns whether the ledger agrees now: what is decided here is not undone.
 * @throws {UnknownPayment} for a payment that is not stored yet.
 * @throws {ForeignObjectError} for one that never will be.
 */
export async function syncDispute(
  deps: DisputeDeps,
  ctx: Context,
  provider: string,
  disputeId: string,
): Promise<boolean> {
  const { payments } = deps;
  const disputes = payments.remoteOf(provider)?.disputes;
  if (!disputes) throw new Error(`${provider} has no disputes`);
  const seen = await disputes.retrieve(disputeId);
  const { providerPaymentId } = seen;
  if (providerPaymentId === null) {
    throw new ForeignObjectError(`${disputeId} is of a charge that was made without a payment`);
  }
  // The dispute's event may be here before the payment's own, whose money it is about.
  await payments.sync(ctx, provider, providerPaymentId);
  return inTransaction(ctx, async (ctx) => {
    const payment = await payments.lockDisputed(ctx, providerPaymentId);
    const [known] = await ctx.db.query(selectDispute, { providerId: disputeId });
    const before = known && disputes.standingOf(known.status);
    const standing = disputes.standingOf(seen.status);
    if (before && !canFollow(before, standing)) return known.status === seen.status;
    await store(ctx, payment, { seen, standing, before });
    await follow(deps, ctx, payment, { seen, standing, before });
    return true;
  });
}

async function store(
  ctx: Context,
  { id: paymentId }: DisputedPayment,
  { seen, standing }: Reading,
): Promise<void> {
  const { providerId, status, reason, amount, evidenceDueAt, createdAt } = seen;
  await ctx.db.execute(upsertDispute, {
    id: newId('dispute', createdAt.getTime()),
    paymentId,
    providerId,
    status,
    reason,
    amount: amount.amount,
    currency: amount.currency,
    evidenceDueAt,
    createdAt,
    isClosed: standing.isClosed,
    stage: standing.stage,
  });
}

/** What the dispute means for the money, and the money for its order. */
async function follow(
  deps: DisputeDeps,
  ctx: Context,
  payment: DisputedPayment,
  { seen, standing: { stage }, before }: Reading,
): Promise<void> {
  const { orderId, id: paymentId } = payment;
  const { providerId: disputeId, amount } = seen;
  if (stage !== 'none' && stage !== before?.stage) {
    const dispute = { disputeId, amount, stage };
    const onlyCreditRemains = await deps.payments.recordDispute(ctx, payment, dispute);
    if (stage === 'lost' && onlyCreditRemains) await cancelUnfulfilled(deps, ctx, payment);
    // Won on appeal, its loss may have ended the order: staff decide about the money.
    if (stage === 'won' && before?.stage !== 'lost' && hasEnded(payment))
      await deps.refunds.refundWon(ctx, payment, amount.amount);
  }
  const data = { orderId, paymentId, disputeId };
  if (!before) await emit(ctx, 'dispute.opened', data);
  if (stage === 'won' && before?.stage !== 'won') await emit(ctx, 'dispute.won', data);
  if (stage === 'lost' && before?.stage !== 'lost') await emit(ctx, 'dispute.lost', data);
}

const hasEnded = ({ orderStatus }: DisputedPayment) =>
  orderStatus === 'canceled' || orderStatus === 'expired';

/**
 * Nothing was sent and the money is gone: there is no order left to fulfil. What gift cards and
 * store credit paid of it goes back to them; no bank has a say in that.
 */
async function cancelUnfulfilled(
  { orders, payments, refunds, inventory }: DisputeDeps,
  ctx: Context,
  { orderId, orderStatus, fulfillmentStatus }: DisputedPayment,
): Promise<void> {
  if (orderStatus !== 'confirmed' || fulfillmentStatus !== 'unfulfilled') return;
  const reason = 'the dispute was lost before anything was sent';
  if (!(await orders.transition(ctx, orderId, { order: 'canceled', reason }))) return;
  await payments.cancelLocal(ctx, orderId);
  await refunds.refundRest(ctx, orderId, { reason: 'canceled', note: reason });
  await emit(ctx, 'order.canceled', { orderId });
  // Last, since others wait for the shelves.
  await inventory.restock(ctx, orderId);
}
