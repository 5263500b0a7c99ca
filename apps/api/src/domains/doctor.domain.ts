import { defineDomain } from './defineDomain.ts';

export const doctor = defineDomain({
  permissions: ['doctor:run'],
  tags: {
    Operations: {
      group: 'Machines',
      description: 'For those who run the shop: probes, and the check of its promises.',
    },
  },
});
