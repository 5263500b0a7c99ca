import { defineDomain } from './defineDomain.ts';

export const doctor = defineDomain({
  permissions: ['doctor:run'],
  tags: {
    Operations: {
      group: 'Machines',
      description: "For operators: probes, and the check of the shop's invariants.",
    },
  },
});
