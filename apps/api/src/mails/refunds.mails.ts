import { refundEvents } from '../events/refunds.events.ts';
import { defineMail } from './defineMail.ts';

const consumer = 'refundMail';

/** The mails about refunds: to the customer when one is done, to staff when one needs them. */
export const refundMails = {
  refunded: defineMail(refundEvents, {
    name: 'refund.refunded',
    event: 'refund.succeeded',
    to: 'customer',
    consumer,
  }),
  failed: defineMail(refundEvents, {
    name: 'refund.failed',
    event: 'refund.failed',
    to: 'staff',
    consumer,
  }),
};
