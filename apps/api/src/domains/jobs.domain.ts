import { defineDomain } from './defineDomain.ts';

export const jobs = defineDomain({
  permissions: ['jobs:read', 'jobs:write'],
  tags: {
    Jobs: {
      group: 'Staff',
      description: 'The queue: waiting, failing and dead jobs.',
    },
  },
});
