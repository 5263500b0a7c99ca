import { refundEvents } from '../events/refunds.events.ts';
import { refundMails } from '../mails/refunds.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const refunds = defineDomain({
  movesMoney: true,
  idPrefixes: { refund: 'ref', refundTransfer: 'rt' },
  errors: {
    refund_exceeds_payment: [409, 'The refund exceeds what is left of the payment'],
    refund_not_possible: [422, 'The refund is not possible'],
  },
  tags: {
    Refunds: {
      group: 'Staff',
      description: 'Paying money back, in whole or in part, with or without restocking.',
    },
  },
  events: refundEvents,
  mails: Object.values(refundMails),
});
