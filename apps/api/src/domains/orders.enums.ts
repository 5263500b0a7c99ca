export const orderStatuses = ['pending', 'confirmed', 'completed', 'canceled', 'expired'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** How an order is paid, over all its payments. */
export const orderPaymentStatuses = [
  'unpaid',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'failed',
  'disputed',
] as const;
export type OrderPaymentStatus = (typeof orderPaymentStatuses)[number];

export const fulfillmentStatuses = [
  'unfulfilled',
  'partially_fulfilled',
  'fulfilled',
  'delivered',
  'returned',
] as const;
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number];

/** An order has a state on each of these. */
export const orderAxes = ['order', 'payment', 'fulfillment'] as const;
export type OrderAxis = (typeof orderAxes)[number];
