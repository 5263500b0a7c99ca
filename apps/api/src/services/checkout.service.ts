import type { Claim } from '../kernel/idempotencyClaim.ts';
import type { Context } from '../kernel/context.ts';
import type { Logger } from '../utils/logger.ts';
import { cancelOrder } from './checkout/cancelOrder.ts';
import type { ClosingDeps } from './checkout/closeOrder.ts';
import { expireOrders } from './checkout/expireOrders.ts';
import {
  cartCompleted,
  placeOrder,
  type CheckoutRequest,
  type PlacementDeps,
} from './checkout/placeOrder.ts';
import type { Order } from './orders.service.ts';
import type { PayablePayment, PaymentOption } from './payments.service.ts';

interface CheckoutResult {
  readonly order: Order;
  readonly payment: PayablePayment;
  /** A guest's key to the order; a customer needs none. */
  readonly orderToken?: string;
}

interface CheckoutDeps extends PlacementDeps, ClosingDeps {
  logger: Pick<Logger, 'warn'>;
}

export type CheckoutService = ReturnType<typeof createCheckoutService>;

/**
 * Turns carts into orders, and closes orders that are not paid. Uses orders, payments and
 * inventory.
 */
export function createCheckoutService(deps: CheckoutDeps) {
  const { carts, orders, payments, paymentProviders } = deps;

  return {
    /**
     * Turns the cart into an order and starts its payment. The order exists once the first step is
     * committed, whatever happens at the provider; a retry with the same key continues from there.
     * @throws {AppError} not_found, cart_completed, precondition_failed,
     *   payment_provider_unavailable, cart_incomplete, price_changed, out_of_stock,
     *   credit_unavailable, amount_too_small, amount_too_large, rate_limited
     */
    async place(ctx: Context, request: CheckoutRequest, claim: Claim): Promise<CheckoutResult> {
      const placed = await orders.getOrThrow(ctx, await placeOrder(deps, ctx, request, claim));
      const payment = await payments.begin(ctx, placed);
      // A provider that refuses has changed the order that was read.
      const order = payment.status === 'failed' ? await orders.getOrThrow(ctx, placed.id) : placed;
      if (order.customerId !== null) return { order, payment };
      return { order, payment, orderToken: orders.tokenOf(order.id).token };
    },

    /**
     * How the cart can be paid, before there is an order. In one statement.
     * @param credit what gift cards and store credit are to pay of it; minor units.
     * @throws {AppError} not_found, cart_completed
     */
    async paymentOptions(ctx: Context, cartId: string, credit: number): Promise<PaymentOption[]> {
      const { status, totals, currency } = await carts.get(ctx, cartId);
      if (status === 'completed') throw cartCompleted(undefined);
      const total = { amount: totals.total, currency };
      return payments.options({ total, credit, offered: paymentProviders });
    },

    /**
     * Takes back an order of which nothing was sent, for its customer or a guest with its token.
     * What was paid goes back in full.
     * @throws {AppError} not_found; state_conflict; service_unavailable when the provider is unavailable.
     */
    async cancel(ctx: Context, orderId: string, token: string | undefined, claim: Claim) {
      const order = await orders.getForShopper(ctx, orderId, token);
      return cancelOrder(deps, ctx, { order, reason: 'canceled by the customer', claim });
    },

    /** The same for staff, who say why. @throws as {@link cancel} does. */
    async cancelAsStaff(ctx: Context, orderId: string, reason: string, claim: Claim) {
      const order = await orders.getForStaff(ctx, orderId);
      return cancelOrder(deps, ctx, { order, reason, claim });
    },

    /** Closes every unpaid order whose time is up. */
    expireDue: (ctx: Context) => expireOrders(deps, ctx),
  };
}
