import { defineDomain } from './defineDomain.ts';

export const preferences = defineDomain({
  idPrefixes: { view: 'view' },
  errors: { view_limit_exceeded: [422, 'There are too many views'] },
  ownPermissions: { 'preferences:read': 'staff', 'preferences:write': 'staff' },
  tags: {
    Workspace: {
      group: 'Staff',
      description:
        'What a member of staff works with: who they are, what they may do, their settings and saved views.',
    },
  },
});
