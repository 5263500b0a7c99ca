import { defineDomain } from './defineDomain.ts';

export const profile = defineDomain({
  idPrefixes: { customerAddress: 'addr' },
  errors: { address_limit_exceeded: [422, 'The address book is full'] },
  ownPermissions: {
    'profile:read': 'customer',
    'profile:write': 'customer',
    'addresses:read': 'verified',
    'addresses:write': 'verified',
  },
  tags: {
    'My account': {
      group: 'Storefront',
      description:
        "What belongs to the signed-in customer: profile, addresses, orders, store credit, cart. Another customer's is a 404.",
    },
  },
});
