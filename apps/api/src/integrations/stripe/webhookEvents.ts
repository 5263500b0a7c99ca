import type { Stripe } from 'stripe';

type EventType = Stripe.Event.Type;

/** They tell of a payment. */
export const paymentEvents: ReadonlySet<string> = new Set<EventType>([
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
]);

/** They tell of one refund. */
export const refundEvents: ReadonlySet<string> = new Set<EventType>([
  'charge.refund.updated',
  'refund.created',
  'refund.failed',
  'refund.updated',
]);

/** They tell of a charge whose refunds have changed. */
export const chargeEvents: ReadonlySet<string> = new Set<EventType>(['charge.refunded']);

/** They tell of a dispute. */
export const disputeEvents: ReadonlySet<string> = new Set<EventType>([
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
]);

/** The events that an endpoint at Stripe is to be told of; docs/guides/production.md names them. */
export const handledEvents: readonly string[] = [
  ...paymentEvents,
  ...refundEvents,
  ...chargeEvents,
  ...disputeEvents,
];
