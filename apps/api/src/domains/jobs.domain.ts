import { defineDomain } from './defineDomain.ts';

export const jobs = defineDomain({
  permissions: ['jobs:read', 'jobs:write'],
  tags: {
    Jobs: {
      group: 'Staff',
      description: 'The queue: what waits, what failed, what nobody will try again.',
    },
  },
});
