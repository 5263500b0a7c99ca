import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  productListQuerySchema,
  productParamsSchema,
  productQuerySchema,
} from '../validators/productQuery.validator.ts';
import {
  productListMetaSchema,
  productSchema,
  sparseProductSchema,
} from '../validators/products.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

const shownProductSchema = z.union([productSchema, sparseProductSchema]);

export const productRoutes = defineRoutes({
  listProducts: {
    method: 'get',
    path: '/products',
    summary: 'List, search and filter products',
    description:
      'Active products, with everything a shop window needs. Pages are walked with the cursors in `meta` or the `Link` header; a cursor is good for the filters and the order it was given out with.',
    tag: 'Products',
    permission: 'public',
    cache: 'catalog',
    request: { query: productListQuerySchema, headers: ifNoneMatchSchema },
    responses: {
      200: {
        description: 'A page of products.',
        schema: z.array(shownProductSchema),
        meta: productListMetaSchema,
        tagged: true,
      },
      304: { description: 'The page is still what `If-None-Match` names.' },
    },
    errors: ['invalid_cursor'],
  },
  getProduct: {
    method: 'get',
    path: '/products/:idOrHandle',
    summary: 'Get a product',
    description:
      'By its id or its handle, with its variants, their prices in one currency and whether they can be bought now. `fields` and `expand` shape the answer.',
    tag: 'Products',
    permission: 'public',
    cache: 'catalog',
    request: {
      params: productParamsSchema,
      query: productQuerySchema,
      headers: ifNoneMatchSchema,
    },
    responses: {
      200: { description: 'The product.', schema: shownProductSchema, tagged: true },
      304: { description: 'The product is still what `If-None-Match` names.' },
    },
    errors: ['not_found'],
  },
});
