import type { Context } from '../../kernel/context.ts';
import type { RefundsDeps } from './deps.ts';
import { fit, remainingItems } from './plan.ts';
import { readRefundableBalance, selectUnclaimed } from './refundableBalance.ts';

/**
 * Writes down that all that is left of an order's money goes back, in the caller's transaction,
 * which has locked the order. Its goods are the caller's to put back.
 * @returns whether there was anything left.
 */
export async function refundRest(
  { payments }: RefundsDeps,
  ctx: Context,
  orderId: string,
  { reason, note = '' }: { reason: string; note?: string },
): Promise<boolean> {
  const balance = await readRefundableBalance(ctx, orderId, payments.refundOrder);
  const parts = balance.payments.flatMap(({ paymentId, left }) =>
    left > 0 ? [{ paymentId, amount: left }] : [],
  );
  if (parts.length === 0) return false;
  const plan = fit(remainingItems(balance), parts);
  const { currency } = balance;
  const terms = { ...plan, orderId, currency, reason, note, restocked: true };
  await payments.beginRefund(ctx, terms);
  return true;
}

/**
 * Refunds what a dispute that was won leaves of the money of an order that has ended: no more
 * than that, and nothing that a refund brings back already, or that staff are called for. In the
 * caller's transaction, which has locked the order.
 * @param won the amount of the dispute, of that payment; minor units.
 */
export async function refundWon(
  { payments }: RefundsDeps,
  ctx: Context,
  { id: paymentId, orderId }: { id: string; orderId: string },
  won: number,
): Promise<void> {
  const [found] = await ctx.db.query(selectUnclaimed, { paymentId });
  const amount = Math.min(won, found?.unclaimed ?? 0);
  if (amount <= 0) return;
  const balance = await readRefundableBalance(ctx, orderId, payments.refundOrder);
  const plan = fit(remainingItems(balance), [{ paymentId, amount }]);
  const { currency } = balance;
  const note = 'the dispute was won after the order had ended';
  const terms = { orderId, currency, reason: 'canceled', note, restocked: true };
  await payments.beginRefund(ctx, { ...plan, ...terms });
}
