import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { RefundsDeps } from './deps.ts';
import { getRefund } from './findRefunds.ts';
import { renewFailedRefund, renewRefund } from './renewRefund.ts';
import type { Refund } from './statements.ts';

/**
 * Executes a recorded allocation, retrieves its status, or retries what was blocked, as much of
 * it as is left. For its job.
 */
export async function resumeAllocation(
  deps: RefundsDeps,
  ctx: Context,
  allocationId: string,
): Promise<void> {
  const { payments } = deps;
  if (!(await payments.settleRefund(ctx, allocationId))) return;
  await inTransaction(ctx, async (ctx) => {
    const { orderId } = await payments.allocation(ctx, allocationId);
    await payments.lock(ctx, orderId);
    const now = await payments.allocation(ctx, allocationId);
    const { status, isDisputed, amount, paymentLeft, refundId } = now;
    if (status !== 'waiting' || isDisputed || amount <= paymentLeft) return;
    await renewRefund(deps, ctx, refundId, [now]);
  });
}

/**
 * Retries a failed refund, or records that staff have made it. For an order that has ended, it refunds
 * what is left: by another refund when that is less.
 * @returns the pending refund.
 * @throws {AppError} not_found; state_conflict; refund_exceeds_payment
 */
export async function retryRefund(
  deps: RefundsDeps,
  ctx: Context,
  refundId: string,
): Promise<Refund> {
  const { audit, payments } = deps;
  return inTransaction(ctx, async (ctx) => {
    const { orderId } = await getRefund(ctx, refundId);
    const [payment] = await payments.lock(ctx, orderId);
    const isEnded = payment?.orderStatus === 'canceled' || payment?.orderStatus === 'expired';
    const other = await renewFailedRefund(deps, ctx, await getRefund(ctx, refundId), isEnded);
    if (other === undefined) await payments.retryRefund(ctx, refundId);
    // The shop's own retries are no acts.
    if (ctx.actor.kind !== 'system') {
      const details = { orderId, ...(other !== undefined && { replacedBy: other }) };
      await audit.record(ctx, { action: 'refund.retry', subject: refundId, details });
    }
    return getRefund(ctx, other ?? refundId);
  });
}
