import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { categorySchema, collectionSchema } from '../validators/categories.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

export const categoryRoutes = defineRoutes({
  listCategories: {
    method: 'get',
    path: '/categories',
    summary: 'Get the category tree',
    description: 'The whole tree; `GET /products?category=` takes its handles.',
    tag: 'Categories',
    permission: 'public',
    cache: 'catalog',
    links: { categories: { title: 'The tree of categories' } },
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: {
        description: 'The roots, each with its children.',
        schema: z.array(categorySchema),
        tagged: true,
      },
      304: { description: 'The tree still matches `If-None-Match`.' },
    },
    errors: [],
  },
  listCollections: {
    method: 'get',
    path: '/collections',
    summary: 'List the collections',
    description: 'All collections, by title; `GET /products?collection=` takes their handles.',
    tag: 'Categories',
    permission: 'public',
    cache: 'catalog',
    links: { collections: { title: 'The collections' } },
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The collections.', schema: z.array(collectionSchema), tagged: true },
      304: { description: 'The list still matches `If-None-Match`.' },
    },
    errors: [],
  },
});
