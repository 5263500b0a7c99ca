import { defineDomain } from './defineDomain.ts';

export const categories = defineDomain({
  idPrefixes: { category: 'cat', collection: 'col' },
  tags: {
    Categories: {
      group: 'Storefront',
      description: 'The category tree and the collections.',
    },
  },
});
