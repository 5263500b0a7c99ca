import { customerEvents } from '../events/customers.events.ts';
import { defineDomain } from './defineDomain.ts';

export const customers = defineDomain({
  idPrefixes: { customer: 'cus' },
  permissions: ['customers:read', 'customers:write', 'customers:merge', 'customerNotes:read'],
  tags: {
    Customers: {
      group: 'Staff',
      description: 'Customers with what they bought; duplicates are merged.',
    },
  },
  events: customerEvents,
});
