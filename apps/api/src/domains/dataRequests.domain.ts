import { dataRequestEvents } from '../events/dataRequests.events.ts';
import { dataRequestMails } from '../mails/dataRequests.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const dataRequests = defineDomain({
  idPrefixes: { dataRequest: 'dr' },
  errors: {
    erasure_blocked: [409, 'Something stands in the way of the erasure'],
  },
  permissions: ['customers:export', 'customers:erase'],
  ownPermissions: {
    'dataExports:read': 'verified',
    'dataExports:write': 'verified',
    'erasures:write': 'customer',
  },
  tags: {
    'Your data': {
      group: 'Storefront',
      description: 'A copy of all that the shop has of a customer, and its erasure.',
    },
    'Data requests': {
      group: 'Staff',
      description: 'Exports and erasures of customers’ data that staff begin for them.',
    },
  },
  events: dataRequestEvents,
  mails: Object.values(dataRequestMails),
});
