import { emailOrderJob, type OrderMailKind } from '../jobs/email.order.job.ts';
import { defineSubscriber } from './defineSubscriber.ts';
import type { EventOf } from './event.ts';
import { orderEvents } from './orders.events.ts';
import { paymentEvents } from './payments.events.ts';

const schemas = { ...orderEvents, ...paymentEvents };

/**
 * The mails that an order's life sends. One confirmation per order: `order.confirmed` comes once,
 * when the shop accepts it (paid by card, or placed with manual payment), so that `order.placed`
 * and `order.paid` need none of their own. A late payment's notice says that the order has lapsed too;
 * one of a second payment, that the order stands.
 */
function kindOf(
  event: EventOf<typeof schemas, 'order.confirmed' | 'order.expired' | 'payment.needs_refund'>,
): OrderMailKind {
  if (event.type === 'order.confirmed') return 'confirmation';
  if (event.type === 'order.expired') return 'expired';
  return event.payload.reason === 'duplicate' ? 'paidTwice' : 'refundDue';
}

export const orderMailSubscriber = defineSubscriber({
  consumer: 'orderMail',
  schemas,
  events: ['order.confirmed', 'order.expired', 'payment.needs_refund'],
  job: emailOrderJob,
  payloadOf: (event) => ({
    orderId: event.payload.orderId,
    kind: kindOf(event),
    isWanted: event.type !== 'order.expired' || event.payload.wasTried,
  }),
});
