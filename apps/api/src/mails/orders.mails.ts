import { orderEvents } from '../events/orders.events.ts';
import { paymentEvents } from '../events/payments.events.ts';
import { defineMail } from './defineMail.ts';

const common = { to: 'customer', consumer: 'orderMail' } as const;

/**
 * The mails to a customer about an order. One confirmation per order: `order.confirmed` comes once,
 * when the shop accepts it (paid by card, or placed with manual payment), so that `order.placed` and
 * `order.paid` need none. A late payment's mail says that the order has expired too.
 */
export const orderMails = {
  confirmation: defineMail(orderEvents, {
    ...common,
    name: 'order.confirmation',
    event: 'order.confirmed',
  }),
  expired: defineMail(orderEvents, {
    ...common,
    name: 'order.expired',
    event: 'order.expired',
    // Where no one began to pay, the address may be of someone who knows of no order.
    when: ({ wasTried }) => wasTried,
  }),
  refundDue: defineMail(paymentEvents, {
    ...common,
    name: 'order.refund_due',
    event: 'payment.needs_refund',
    when: ({ reason }) => reason === 'late_payment',
  }),
  paidTwice: defineMail(paymentEvents, {
    ...common,
    name: 'order.paid_twice',
    event: 'payment.needs_refund',
    when: ({ reason }) => reason === 'duplicate',
  }),
};
