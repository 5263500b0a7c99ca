import { inTransaction } from '../../db/transaction.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Order } from '../orders.service.ts';
import { closeOrder, type ClosingDeps, type ClosureOutcome } from './closeOrder.ts';

/**
 * Takes back an order of which nothing was sent, for its customer or a guest with its token.
 * What was paid goes back in full.
 * @throws {AppError} not_found; state_conflict; service_unavailable when the provider is unavailable.
 */
export async function cancelOrder(
  deps: ClosingDeps,
  ctx: Context,
  orderId: string,
  { token, claim }: { token: string | undefined; claim: Claim },
): Promise<Order> {
  const order = await deps.orders.getForShopper(ctx, orderId, token);
  return cancelFound(deps, ctx, { order, reason: 'canceled by the customer', claim });
}

/** The same for staff, who say why. @throws as {@link cancelOrder} does; factor_required. */
export async function cancelOrderAsStaff(
  deps: ClosingDeps,
  ctx: Context,
  orderId: string,
  { reason, claim }: { reason: string; claim: Claim },
): Promise<Order> {
  const order = await deps.orders.getForStaff(ctx, orderId);
  await deps.refunds.requireFreshForRest(ctx, orderId);
  return cancelFound(deps, ctx, { order, reason, claim, isByStaff: true });
}

/** @param order as it was found; the decision is made on the order as it is then. */
async function cancelFound(
  deps: ClosingDeps,
  ctx: Context,
  cancellation: { order: Order; reason: string; claim: Claim; isByStaff?: boolean },
): Promise<Order> {
  const { order, reason, claim, isByStaff = false } = cancellation;
  const { resumed } = await inTransaction(ctx, claim);
  if (resumed && order.status === 'canceled') return order;
  refuseUnlessCancelable(order);
  const outcome = await closeOrder(deps, ctx, order.id, { state: 'canceled', reason, isByStaff });
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
