import type { Context } from '../../../kernel/context.ts';
import type { RefundDeps } from './deps.ts';
import { refundExceeds, reserveRefund } from './reserveRefund.ts';
import { sendAllocations } from './sendAllocations.ts';
import { selectAllocationsOf, updateRefundStatus } from './statements.ts';
import { writeRefund, type NewRefund } from './writeRefund.ts';

/**
 * Stores a refund before any provider is asked for it, and starts its allocations. In a transaction
 * that has locked the order and its payments.
 * @returns the refund's id.
 * @throws {AppError} refund_exceeds_payment when a payment, a line or shipping has less left.
 */
export async function beginRefund(
  deps: RefundDeps,
  ctx: Context,
  refund: NewRefund,
): Promise<string> {
  const { parts } = refund;
  await reserveRefund(ctx, parts);
  const id = await writeRefund(ctx, refund);
  if (!(await deps.orders.countRefunded(ctx, id))) throw refundExceeds();
  // Goods alone come back: there is nothing to wait for or to tell.
  if (parts.length === 0)
    await ctx.db.execute(updateRefundStatus, {
      id,
      from: 'pending',
      to: 'succeeded',
      why: null,
      isUnknown: false,
    });
  await sendAllocations(deps, ctx, await ctx.db.query(selectAllocationsOf, { refundId: id }));
  return id;
}
