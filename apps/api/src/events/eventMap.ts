import { z } from 'zod';

const ofOrder = z.object({ orderId: z.string() });
const ofPayment = z.object({ orderId: z.string(), paymentId: z.string() });
const ofDispute = ofPayment.extend({ disputeId: z.string() });
const ofRefund = z.object({ orderId: z.string(), refundId: z.string() });

/**
 * The durable events, by name (noun.verb), with the schema of what they carry: ids only, since a
 * subscriber reads what is true when it runs. They are written by `emit` (outbox.ts) and reach
 * every durable subscriber (subscribers.ts).
 */
export const eventSchemas = {
  /** A checkout has created the order; it may still be unpaid. */
  'order.placed': ofOrder,
  /** The shop has accepted the order, once in its life: manual payment at checkout, card when paid. */
  'order.confirmed': ofOrder,
  'order.paid': ofOrder,
  /** It was not paid in time, and its stock was released; no payment may have been started. */
  'order.expired': ofOrder.extend({ wasTried: z.boolean().default(true) }),
  'order.canceled': ofOrder,
  'payment.failed': ofPayment,
  /** Another sum came, or is held, than was asked for: the order waits for a person. */
  'payment.amount_mismatch': ofPayment,
  /** Its provider does not know it. */
  'payment.missing': ofPayment,
  /** What was held for the order is held no longer, and was not captured. */
  'payment.authorization_lost': ofPayment,
  /** A customer's bank asks about a payment, or takes it back; `disputeId` is the provider's. */
  'dispute.opened': ofDispute,
  'dispute.won': ofDispute,
  'dispute.lost': ofDispute,
  /** Money came for an order that can no longer be fulfilled, or that was paid already; it is on its way back. */
  'payment.needs_refund': ofPayment.extend({
    reason: z.enum(['late_payment', 'duplicate']).default('late_payment'),
  }),
  /** All of it has gone back. */
  'refund.succeeded': ofRefund,
  /** What a gift card or store credit had paid is on it again, and it is disabled. */
  'refund.unspendable': ofPayment,
  /** Some of it has not gone back: somebody has to see to it. */
  'refund.failed': ofRefund,
  /** A checkout or a refund does not get on by itself. */
  'workflow.needs_person': z.object({ workflowId: z.string() }),
};

export type EventSchemas = typeof eventSchemas;
export type EventType = keyof EventSchemas;
export type EventPayload<T extends EventType> = z.output<EventSchemas[T]>;

/** An event as its subscribers get it; the union of all when `T` is left out. */
export type DurableEvent<T extends EventType = EventType> = {
  [K in T]: { readonly id: string; readonly type: K; readonly payload: EventPayload<K> };
}[T];
