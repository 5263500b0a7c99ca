import type { Context } from '../../../kernel/context.ts';
import type { RefundDeps } from './deps.ts';
import type { Outcome } from './outcome.ts';
import { settleAllocation, resumeWaitingRefunds } from './settleAllocation.ts';
import { reserveRemoteRefund, selectAllocationsOf } from './statements.ts';
import { writeRefund } from './writeRefund.ts';

/**
 * Records a refund that was made in the provider's dashboard: money that has moved is never refused.
 * In a transaction that has locked the order and its payments.
 * @param refund its amount in minor units of the payment's currency, and its outcome.
 */
export async function recordForeignRefund(
  deps: RefundDeps,
  ctx: Context,
  payment: { readonly id: string; readonly orderId: string; readonly currency: string },
  refund: { readonly amount: number } & Outcome,
): Promise<void> {
  const { id: paymentId, orderId, currency } = payment;
  const { amount, providerId } = refund;
  await ctx.db.execute(reserveRemoteRefund, { paymentId, amount });
  const written = {
    orderId,
    currency,
    reason: 'provider',
    parts: [{ paymentId, amount }],
  } as const;
  const id = await writeRefund(ctx, written, providerId ?? undefined);
  const [allocation] = await ctx.db.query(selectAllocationsOf, { refundId: id });
  if (allocation) await settleAllocation(deps, ctx, allocation, refund);
  await resumeWaitingRefunds(deps, ctx, orderId);
}
