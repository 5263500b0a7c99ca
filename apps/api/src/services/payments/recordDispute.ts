import type { Context } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import type { DisputeStage } from '../../domains/disputes.enums.ts';
import { UnknownPayment } from './applyProviderUpdate.ts';
import { releaseHeldCredit } from './creditPayments.ts';
import { followFigures, record } from './ledger/ledger.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { closeObsoleteRefunds } from './refunds/closeObsoleteRefunds.ts';
import type { RefundDeps } from './refunds/deps.ts';
import { resumeWaitingRefunds } from './refunds/settleAllocation.ts';
import { selectByProviderId, type PaymentRow } from './ledger/statements.ts';

const reasons: Readonly<Record<DisputeStage, string>> = {
  open: "the customer's bank disputes the payment",
  won: 'the dispute was won',
  lost: 'the dispute was lost',
};

/**
 * The payment of that id at the provider; its order and its payments are locked. In a transaction of
 * the caller's.
 * @throws {UnknownPayment}
 */
export async function lockDisputed(ctx: Context, providerId: string): Promise<PaymentRow> {
  const [found] = await ctx.db.query(selectByProviderId, { providerId });
  const payments = found ? await lockPaymentsOf(ctx, found.orderId) : [];
  const payment = payments.find((one) => one.providerId === providerId);
  if (!payment) throw new UnknownPayment(`No payment of ours is ${providerId}`);
  return payment;
}

/**
 * Writes down what the dispute has come to, each of its entries once, whatever was told first. In a
 * transaction of the caller's.
 * @param disputeId the provider's.
 * @returns whether the order is left with credit at most.
 */
export async function recordDispute(
  deps: RefundDeps,
  ctx: Context,
  payment: PaymentRow,
  { disputeId, amount, stage }: { disputeId: string; amount: Money; stage: DisputeStage },
): Promise<boolean> {
  const { id, orderId, currency } = payment;
  if (amount.currency !== currency) {
    throw new Error(`${disputeId} is of ${amount.currency}, and ${id} of ${currency}`);
  }
  await record(ctx, payment, 'disputed', amount.amount, disputeId);
  if (stage !== 'open') await record(ctx, payment, `dispute_${stage}`, amount.amount, disputeId);
  const standing = await followFigures(ctx, deps.orders, orderId, reasons[stage]);
  if (standing.hasOrphanedHold) await releaseHeldCredit(deps, ctx, orderId);
  if (stage !== 'open') await resumeWaitingRefunds(deps, ctx, orderId);
  if (stage === 'lost') await closeObsoleteRefunds(ctx, orderId);
  return standing.onlyCreditRemains;
}
