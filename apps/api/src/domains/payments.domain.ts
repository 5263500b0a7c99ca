import { paymentEvents } from '../events/payments.events.ts';
import { defineDomain } from './defineDomain.ts';

export const payments = defineDomain({
  idPrefixes: { payment: 'pay', entry: 'pe' },
  errors: {
    payment_failed: [402, 'The payment failed'],
    amount_too_small: [422, 'The amount is too small to be paid in this way'],
    amount_too_large: [422, 'The amount is too large to be paid in this way'],
    payment_provider_unavailable: [422, 'The payment provider is not offered'],
  },
  tags: {
    Payments: {
      group: 'Storefront',
      description:
        "Paying an order that is not paid yet. The browser confirms a payment at Stripe with its `clientSecret`; Stripe's notice then makes the order paid.",
    },
  },
  events: paymentEvents,
});
