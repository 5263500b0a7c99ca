import { customerGroupEvents } from '../events/customerGroups.events.ts';
import { defineDomain } from './defineDomain.ts';

export const customerGroups = defineDomain({
  idPrefixes: { customerGroup: 'cgr' },
  errors: { group_name_taken: [409, 'Another group has this name'] },
  permissions: ['customerGroups:read', 'customerGroups:write'],
  tags: {
    'Customer groups': {
      group: 'Staff',
      description: 'Customers that are put together by hand or by a rule.',
    },
  },
  events: customerGroupEvents,
});
