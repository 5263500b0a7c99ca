import { refundEvents } from '../events/refunds.events.ts';
import { defineDomain } from './defineDomain.ts';

export const refunds = defineDomain({
  idPrefixes: { refund: 'ref', refundTransfer: 'rt' },
  errors: {
    refund_exceeds_payment: [409, 'Less than this is left to pay back'],
    refund_not_possible: [422, 'The refund is not possible'],
  },
  tags: {
    Refunds: {
      group: 'Staff',
      description: 'Money that goes back, in whole or in part, with the goods or without.',
    },
  },
  events: refundEvents,
});
