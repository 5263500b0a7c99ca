import { z } from 'zod';
import { defineDomain } from './defineDomain.ts';

export const products = defineDomain({
  idPrefixes: { product: 'prod', option: 'opt', variant: 'var', image: 'img' },
  tags: {
    Products: {
      group: 'Storefront',
      description: 'The catalogue: lists, search, and single products.',
    },
  },
  busEvents: {
    /** Sent by the database itself (triggers of the first migration). `ids` null is "any of them". */
    'product.changed': z.object({ ids: z.array(z.string()).nullable() }),
  },
});
