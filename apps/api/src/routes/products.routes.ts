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
      'Active products, with what a storefront needs to show them. Use the cursors in `meta` or the `Link` header to read further pages; a cursor is valid for the filters and the order it was issued for.',
    tag: 'Products',
    permission: 'public',
    cache: 'catalog',
    links: {
      products: { title: 'List, search and filter products' },
      search: {
        title: 'Search products',
        query: ['q', 'category', 'collection', 'sort', 'limit'],
      },
    },
    request: { query: productListQuerySchema, headers: ifNoneMatchSchema },
    responses: {
      200: {
        description: 'A page of products.',
        schema: z.array(shownProductSchema),
        meta: productListMetaSchema,
        tagged: true,
      },
      304: { description: 'The page still matches `If-None-Match`.' },
    },
    errors: ['invalid_cursor'],
  },
  getProduct: {
    method: 'get',
    path: '/products/:idOrHandle',
    summary: 'Get a product',
    description:
      'By its id or handle, with its variants, their prices in one currency and their availability. `fields` and `expand` shape the answer.',
    tag: 'Products',
    permission: 'public',
    cache: 'catalog',
    links: { product: { title: 'One product' } },
    request: {
      params: productParamsSchema,
      query: productQuerySchema,
      headers: ifNoneMatchSchema,
    },
    responses: {
      200: { description: 'The product.', schema: shownProductSchema, tagged: true },
      304: { description: 'The product still matches `If-None-Match`.' },
    },
    errors: ['not_found'],
  },
});
