import { defineDomain } from './defineDomain.ts';

export const staff = defineDomain({
  errors: {
    own_role: [403, 'Someone else must change your roles'],
    last_owner: [409, 'The shop needs an owner'],
  },
  permissions: ['staff:read', 'staff:write'],
  tags: {
    'Staff members': {
      group: 'Staff',
      description: 'The people who run the shop, and their roles.',
    },
  },
});
