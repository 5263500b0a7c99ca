import { defineDomain } from './defineDomain.ts';

export const catalogExport = defineDomain({
  permissions: ['products:export'],
  tags: {
    Exports: {
      group: 'Staff',
      description: 'The catalogue and its stock as files, of any size.',
    },
  },
});
