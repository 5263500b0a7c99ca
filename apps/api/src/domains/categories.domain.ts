import { defineDomain } from './defineDomain.ts';

export const categories = defineDomain({
  idPrefixes: { category: 'cat', collection: 'col' },
  tags: {
    Categories: {
      group: 'Storefront',
      description: 'The tree of categories, and the collections.',
    },
  },
});
