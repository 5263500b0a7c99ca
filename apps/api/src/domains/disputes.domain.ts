import { disputeEvents } from '../events/disputes.events.ts';
import { defineDomain } from './defineDomain.ts';

export const disputes = defineDomain({
  idPrefixes: { dispute: 'dp' },
  permissions: ['disputes:read'],
  tags: {
    Disputes: {
      group: 'Staff',
      description: 'Payments that a payer has disputed with the bank.',
    },
  },
  events: disputeEvents,
});
