import type { Context } from '../../kernel/context.ts';
import { requireFreshFactor } from '../../kernel/freshFactor.ts';
import type { RefundsDeps } from './deps.ts';
import { readRefundableBalance, type RefundableBalance } from './refundableBalance.ts';

type StepUpDeps = Pick<RefundsDeps, 'stepUp'>;

/**
 * Asks for a fresh factor where an order's refunds come to more than the limit with this one: many
 * small ones are no way around it. There are no rates, so each refund in another currency than the
 * shop's asks.
 * @param amount of this refund; minor units.
 * @throws {AppError} factor_required
 */
export function requireFresh(
  { stepUp }: StepUpDeps,
  ctx: Context,
  { currency, payments }: RefundableBalance,
  amount: number,
): void {
  const before = payments.reduce((sum, { captured, left }) => sum + captured - left, 0);
  if (currency !== stepUp.currency || before + amount > stepUp.amount) requireFreshFactor(ctx);
}

/**
 * The same for all that is left of an order, which goes back when staff cancel it.
 * @throws {AppError} factor_required
 */
export async function requireFreshForRest(
  deps: StepUpDeps & Pick<RefundsDeps, 'payments'>,
  ctx: Context,
  orderId: string,
): Promise<void> {
  if (ctx.isProved !== false) return;
  const balance = await readRefundableBalance(ctx, orderId, deps.payments.refundOrder);
  const left = balance.payments.reduce((sum, payment) => sum + payment.left, 0);
  if (left > 0) requireFresh(deps, ctx, balance, left);
}
