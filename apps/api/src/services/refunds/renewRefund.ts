import type { Context } from '../../kernel/context.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { RefundsDeps } from './deps.ts';
import { getRefund } from './findRefunds.ts';
import { readRefundableBalance } from './refundableBalance.ts';
import { isStillRefundable, renewalOf } from './renewal.ts';
import type { Refund } from './statements.ts';

type Allocation = Awaited<ReturnType<PaymentsService['allocationsOf']>>[number];

/** Why a refund ends that is not made. */
const MOVED = 'what is left of it goes back by another refund';
const GONE = 'its money has gone back in another way';

/**
 * Has what is left of a refund's money go back by another refund, in the caller's transaction.
 * Allocations of it that waited are closed.
 * @returns the other one's id; undefined when nothing is left.
 */
export async function renewRefund(
  { payments }: RefundsDeps,
  ctx: Context,
  refundId: string,
  allocations: readonly Allocation[],
): Promise<string | undefined> {
  const parts = allocations.flatMap(({ paymentId, amount, paymentLeft }) => {
    const left = Math.min(amount, paymentLeft);
    return left > 0 ? [{ paymentId, amount: left }] : [];
  });
  const why = parts.length > 0 ? MOVED : GONE;
  for (const allocation of allocations) await payments.closeAllocation(ctx, allocation, why);
  if (parts.length === 0) return undefined;
  const was = await getRefund(ctx, refundId);
  const { orderId, currency, reason, note, restocked } = was;
  // What has gone back in part counts its lines already.
  const claimed = was.status === 'failed' ? was : { lines: [], shipping: 0 };
  const balance = await readRefundableBalance(ctx, orderId, payments.refundOrder);
  const plan = renewalOf(balance, claimed, parts);
  return payments.beginRefund(ctx, { ...plan, orderId, currency, reason, note, restocked });
}

/** The same for a refund that has failed, where its order has ended and not all of it is left. */
export async function renewFailedRefund(
  deps: RefundsDeps,
  ctx: Context,
  refund: Refund,
  isEnded: boolean,
): Promise<string | undefined> {
  const { id, orderId, status } = refund;
  const { payments } = deps;
  const allocations = await payments.allocationsOf(ctx, id);
  const failed = allocations.filter((allocation) => allocation.status === 'failed');
  if (!isEnded || failed.every(({ paymentLeft }) => paymentLeft <= 0)) return undefined;
  const isShort = failed.some(({ amount, paymentLeft }) => paymentLeft < amount);
  const isCounted =
    status !== 'failed' ||
    isStillRefundable(await readRefundableBalance(ctx, orderId, payments.refundOrder), refund);
  return isShort || !isCounted ? renewRefund(deps, ctx, id, failed) : undefined;
}
