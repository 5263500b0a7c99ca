import { paymentEvents } from '../events/payments.events.ts';
import { paymentMails } from '../mails/payments.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const payments = defineDomain({
  movesMoney: true,
  idPrefixes: { payment: 'pay', entry: 'pe' },
  errors: {
    payment_failed: [402, 'The payment failed'],
    amount_too_small: [422, 'The amount is below the minimum of this payment provider'],
    amount_too_large: [422, 'The amount is above the maximum of this payment provider'],
    payment_provider_unavailable: [422, 'The shop does not offer this payment provider'],
  },
  tags: {
    Payments: {
      group: 'Storefront',
      description:
        "Paying an order that is not paid yet. The browser confirms a payment at its provider with the `clientSecret`, or on the page of `redirectUrl`; the provider's webhook then marks the order as paid.",
    },
  },
  events: paymentEvents,
  mails: Object.values(paymentMails),
});
