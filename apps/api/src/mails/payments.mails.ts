import { paymentEvents } from '../events/payments.events.ts';
import { refundEvents } from '../events/refunds.events.ts';
import { defineMail } from './defineMail.ts';

const common = { to: 'staff', consumer: 'staffMail' } as const;

/** A cancellation voids what is held first and closes the order then: that needs no mail. */
const UNTIL_CLOSED_MS = 2 * 60_000;

/** The mails to staff about payments that wait for them. */
export const paymentMails = {
  amountMismatch: defineMail(paymentEvents, {
    ...common,
    name: 'payment.amount_mismatch',
    event: 'payment.amount_mismatch',
  }),
  missing: defineMail(paymentEvents, {
    ...common,
    name: 'payment.missing',
    event: 'payment.missing',
  }),
  authorizationLost: defineMail(paymentEvents, {
    ...common,
    name: 'payment.authorization_lost',
    event: 'payment.authorization_lost',
    delayMs: UNTIL_CLOSED_MS,
  }),
  unspendable: defineMail(refundEvents, {
    ...common,
    name: 'refund.unspendable',
    event: 'refund.unspendable',
  }),
};
