import { inTransaction } from '../../db/transaction.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Order } from '../orders.service.ts';
import { closeOrder, type ClosingDeps, type ClosureOutcome } from './closeOrder.ts';

/**
 * Cancels an order of which nothing has been sent; money that came goes back in full.
 * @param order as it was found; the decision is made on the order as it is then.
 * @throws {AppError} state_conflict; service_unavailable when the provider is unavailable.
 */
export async function cancelOrder(
  deps: ClosingDeps,
  ctx: Context,
  { order, reason, claim }: { order: Order; reason: string; claim: Claim },
): Promise<Order> {
  const { resumed } = await inTransaction(ctx, claim);
  if (resumed && order.status === 'canceled') return order;
  refuseUnlessCancelable(order);
  const outcome = await closeOrder(deps, ctx, order.id, { state: 'canceled', reason });
  const now = await deps.orders.getOrThrow(ctx, order.id);
  // An earlier request with this key may have come to its end only now.
  if (outcome === 'closed' || (resumed && now.status === 'canceled')) return now;
  throw notCanceled(outcome, now);
}

function refuseUnlessCancelable({ status, paymentStatus, fulfillmentStatus }: Order): void {
  if (status !== 'pending' && status !== 'confirmed') {
    throw new AppError('state_conflict', `The order is ${status} and cannot be canceled.`);
  }
  if (paymentStatus === 'disputed') {
    const message =
      'The payment is disputed. The order can be canceled when the dispute is decided.';
    throw new AppError('state_conflict', message);
  }
  if (fulfillmentStatus === 'unfulfilled') return;
  throw new AppError(
    'state_conflict',
    'Part of the order has been sent, so it cannot be canceled.',
  );
}

function notCanceled(why: ClosureOutcome, now: Order): AppError {
  if (why === 'paying') {
    const message =
      'The payment is in progress. The order can be canceled when the payment has succeeded or failed.';
    return new AppError('state_conflict', message);
  }
  refuseUnlessCancelable(now);
  return new AppError('state_conflict', 'The order has changed. Try again.');
}
