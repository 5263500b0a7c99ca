import type { Context } from '../../kernel/context.ts';
import type { Order } from '../orders.service.ts';
import type { PayablePayment } from '../payments.service.ts';
import { placeOrder, type CheckoutRequest, type PlacementDeps } from './placeOrder.ts';

interface CheckoutResult {
  readonly order: Order;
  readonly payment: PayablePayment;
  /** A guest's key to the order; a customer needs none. */
  readonly orderToken?: string;
}

/**
 * Turns the cart into an order and starts its payment. The order exists once the first step is
 * committed, whatever happens at the provider; a retry with the same key continues from there.
 * @throws {AppError} not_found, cart_completed, precondition_failed,
 *   payment_provider_unavailable, cart_incomplete, price_changed, approval_required, quantity_not_allowed, out_of_stock,
 *   credit_unavailable, amount_too_small, amount_too_large, rate_limited
 */
export async function checkOutCart(
  deps: PlacementDeps,
  ctx: Context,
  request: CheckoutRequest,
): Promise<CheckoutResult> {
  const { orders, payments } = deps;
  const placed = await orders.getOrThrow(ctx, await placeOrder(deps, ctx, request));
  const payment = await payments.begin(ctx, placed);
  // A provider that refuses has changed the order that was read.
  const order = payment.status === 'failed' ? await orders.getOrThrow(ctx, placed.id) : placed;
  if (order.customerId !== null) return { order, payment };
  return { order, payment, orderToken: orders.tokenOf(order.id).token };
}
