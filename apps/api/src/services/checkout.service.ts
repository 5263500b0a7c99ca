import { withDeps } from '../utils/withDeps.ts';
import { cancelOrder, cancelOrderAsStaff } from './checkout/cancelOrder.ts';
import { checkOutCart } from './checkout/checkOutCart.ts';
import { cancelUnpaidOrder } from './checkout/closeOrder.ts';
import { expireOrders, type ExpiryDeps } from './checkout/expireOrders.ts';
import { listCartPaymentOptions } from './checkout/listCartPaymentOptions.ts';
import type { PlacementDeps } from './checkout/placeOrder.ts';

export type CheckoutService = ReturnType<typeof createCheckoutService>;

/**
 * Turns carts into orders, and closes orders that are not paid. Uses orders, payments and
 * inventory.
 */
export function createCheckoutService(deps: PlacementDeps & ExpiryDeps) {
  return withDeps(deps, {
    place: checkOutCart,
    paymentOptions: listCartPaymentOptions,
    cancel: cancelOrder,
    cancelAsStaff: cancelOrderAsStaff,
    cancelUnpaid: cancelUnpaidOrder,
    expireDue: expireOrders,
  });
}
