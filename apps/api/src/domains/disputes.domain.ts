import { disputeEvents } from '../events/disputes.events.ts';
import { disputeMails } from '../mails/disputes.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const disputes = defineDomain({
  movesMoney: true,
  idPrefixes: { dispute: 'dp' },
  permissions: ['disputes:read'],
  tags: {
    Disputes: {
      group: 'Staff',
      description: 'Payments that a payer has disputed with the bank.',
    },
  },
  events: disputeEvents,
  mails: Object.values(disputeMails),
});
