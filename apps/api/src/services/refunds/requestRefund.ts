import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { RefundsDeps } from './deps.ts';
import { getRefund } from './findRefunds.ts';
import type { RefundPlan } from './plan.ts';
import { refuseUnlessPaid } from './refusals.ts';
import { readRefundableBalance, type RefundableBalance } from './refundableBalance.ts';
import { planOf, type RefundRequest } from './request.ts';
import { requireFresh } from './requireFresh.ts';
import type { Refund } from './statements.ts';

/**
 * Writes a refund down; jobs pay it back. Of refunds that race, each sees what the others left.
 * Lines and shipping come to what they are worth, or to what is left where that is less.
 * @throws {AppError} not_found; state_conflict for an order that is unpaid; refund_not_possible;
 *   refund_exceeds_payment, with what is left; factor_required for more than the limit.
 */
export async function requestRefund(
  deps: RefundsDeps,
  ctx: Context,
  orderId: string,
  request: RefundRequest,
): Promise<Refund> {
  const { audit, payments } = deps;
  return inTransaction(ctx, async (ctx) => {
    if ((await payments.lock(ctx, orderId)).length === 0) throw notFound('order');
    const balance = await readRefundableBalance(ctx, orderId, payments.refundOrder);
    refuseUnlessPaid(balance);
    const plan = planOf(balance, request, payments.chargeable);
    requireFresh(deps, ctx, balance, plan.amount);
    const { reason, note = '', restock: restocked = false } = request;
    const { currency } = balance;
    const terms = { ...plan, orderId, currency, reason, note, restocked };
    const id = await payments.beginRefund(ctx, terms);
    if (restocked) await restock(deps, ctx, orderId, { balance, plan });
    const refund = await getRefund(ctx, id);
    const { amount, lines, shipping } = refund;
    await audit.record(ctx, {
      action: 'order.refund',
      subject: orderId,
      reason: note,
      details: { refundId: id },
      after: { why: reason, amount, currency, shipping, lines, restocked },
    });
    return refund;
  });
}

/** Restocks the goods of a plan. The last step, since it locks shelves that others wait for. */
async function restock(
  { inventory }: RefundsDeps,
  ctx: Context,
  orderId: string,
  { balance, plan }: { balance: RefundableBalance; plan: RefundPlan },
): Promise<void> {
  const variants = new Map(balance.lines.map(({ itemId, variantId }) => [itemId, variantId]));
  const lines = plan.lines.map(({ itemId, quantity }) => ({
    variantId: variants.get(itemId) ?? '',
    quantity,
  }));
  await inventory.restockLines(ctx, orderId, lines);
}
