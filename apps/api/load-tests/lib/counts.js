import { Counter, Trend } from 'k6/metrics';

/**
 * What k6 knows to have happened, for the comparison with the shop's books afterwards. What was sent
 * and not answered may have happened or not; usually there is none of it.
 */
export const counts = {
  checkoutsSent: new Counter('checkouts_sent'),
  /** Refused, because someone had bought the last one. */
  checkoutsSoldOut: new Counter('checkouts_sold_out'),
  ordersPlaced: new Counter('orders_placed'),
  confirmationsSent: new Counter('confirmations_sent'),
  /** Payments that Stripe says have succeeded. */
  confirmed: new Counter('payments_confirmed'),
  /** Minor units of those; one currency. */
  money: new Counter('money_confirmed'),
  /** Pieces that were bought with them. */
  pieces: new Counter('pieces_confirmed'),
  /** Orders that were seen as paid. */
  ordersPaid: new Counter('orders_seen_paid'),
  /** Carts that were refused because someone had bought the last one. */
  cartsSoldOut: new Counter('carts_sold_out'),
};

/** From the confirmation to the order that is seen as paid. */
export const timeToPaid = new Trend('time_to_paid', true);
