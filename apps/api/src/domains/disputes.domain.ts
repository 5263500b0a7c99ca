import { disputeEvents } from '../events/disputes.events.ts';
import { defineDomain } from './defineDomain.ts';

export const disputes = defineDomain({
  idPrefixes: { dispute: 'dp' },
  permissions: ['disputes:read'],
  tags: {
    Disputes: {
      group: 'Staff',
      description: 'Payers who told their bank that they do not owe.',
    },
  },
  events: disputeEvents,
});
