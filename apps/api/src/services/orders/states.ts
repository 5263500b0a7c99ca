import type {
  FulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../../domains/orders.enums.ts';

/** An order's three axes of state. Each table lists, for every state, those it may go to. */

type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export const orderTransitions: Transitions<OrderStatus> = {
  pending: ['confirmed', 'canceled', 'expired'],
  confirmed: ['completed', 'canceled'],
  completed: [],
  // Money that comes late brings an order back, if its goods are still there.
  canceled: ['confirmed'],
  expired: ['confirmed'],
};

export const paymentTransitions: Transitions<OrderPaymentStatus> = {
  unpaid: ['authorized', 'partially_paid', 'paid', 'failed'],
  // A declined payment may be tried again.
  failed: ['unpaid', 'authorized', 'partially_paid', 'paid'],
  authorized: ['partially_paid', 'paid', 'unpaid', 'failed'],
  // Less than the total was captured. Staff decide, and usually refund it.
  partially_paid: ['paid', 'partially_refunded', 'refunded', 'disputed'],
  paid: ['partially_refunded', 'refunded', 'disputed'],
  // A refund that was reported as succeeded may fail days later.
  partially_refunded: ['paid', 'partially_paid', 'refunded', 'disputed'],
  refunded: ['paid', 'partially_paid', 'partially_refunded', 'disputed'],
  disputed: ['paid', 'partially_paid', 'partially_refunded', 'refunded'],
};

export const fulfillmentTransitions: Transitions<FulfillmentStatus> = {
  unfulfilled: ['partially_fulfilled', 'fulfilled'],
  partially_fulfilled: ['fulfilled', 'returned'],
  fulfilled: ['delivered', 'returned'],
  delivered: ['returned'],
  returned: [],
};

/** The states from which a table allows a transition to `to`: the condition of an update. */
export function sourcesOf<State extends string>(table: Transitions<State>, to: State): State[] {
  return (Object.keys(table) as State[]).filter((from) => table[from].includes(to));
}
