import type { Stripe } from 'stripe';

type EventType = Stripe.Event.Type;

/** Events about a payment. */
export const paymentEvents: ReadonlySet<string> = new Set<EventType>([
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
]);

/** Events about one refund. */
export const refundEvents: ReadonlySet<string> = new Set<EventType>([
  'charge.refund.updated',
  'refund.created',
  'refund.failed',
  'refund.updated',
]);

/** Events about a charge whose refunds have changed. */
export const chargeEvents: ReadonlySet<string> = new Set<EventType>(['charge.refunded']);

/** Events about a dispute. */
export const disputeEvents: ReadonlySet<string> = new Set<EventType>([
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
]);

/** Events about a card that is being saved. */
export const setupEvents: ReadonlySet<string> = new Set<EventType>(['setup_intent.succeeded']);

/** Events about a saved card: a bank renews it, or it is detached. */
export const methodEvents: ReadonlySet<string> = new Set<EventType>([
  'payment_method.automatically_updated',
  'payment_method.detached',
  'payment_method.updated',
]);

/**
 * The events to which an endpoint at Stripe must subscribe; docs/guides/production.md lists them.
 */
export const handledEvents: readonly string[] = [
  ...paymentEvents,
  ...refundEvents,
  ...chargeEvents,
  ...disputeEvents,
  ...setupEvents,
  ...methodEvents,
];
