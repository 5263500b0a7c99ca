import { Counter, Trend } from 'k6/metrics';

/**
 * What k6 has counted, for the comparison with the shop's database afterwards. A request without an
 * answer may have had its effect or not; usually there are none.
 */
export const counts = {
  checkoutsSent: new Counter('checkouts_sent'),
  /** Checkouts that were refused because the last unit was sold. */
  checkoutsSoldOut: new Counter('checkouts_sold_out'),
  ordersPlaced: new Counter('orders_placed'),
  confirmationsSent: new Counter('confirmations_sent'),
  /** Payments that have succeeded at Stripe. */
  confirmed: new Counter('payments_confirmed'),
  /** Their sum in minor units of one currency. */
  money: new Counter('money_confirmed'),
  /** The units bought with them. */
  pieces: new Counter('pieces_confirmed'),
  /** Orders that the API showed as paid. */
  ordersPaid: new Counter('orders_seen_paid'),
  /** Carts that were refused because the last unit was sold. */
  cartsSoldOut: new Counter('carts_sold_out'),
};

/** From the confirmation until the API shows the order as paid. */
export const timeToPaid = new Trend('time_to_paid', true);
