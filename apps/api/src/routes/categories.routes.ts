import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { categorySchema, collectionSchema } from '../validators/categories.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

export const categoryRoutes = defineRoutes({
  listCategories: {
    method: 'get',
    path: '/categories',
    summary: 'Get the tree of categories',
    description: 'The whole tree; its handles are what `GET /products?category=` takes.',
    tag: 'Categories',
    permission: 'public',
    cache: 'catalog',
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: {
        description: 'The roots, each with its children.',
        schema: z.array(categorySchema),
        tagged: true,
      },
      304: { description: 'The tree is still what `If-None-Match` names.' },
    },
    errors: [],
  },
  listCollections: {
    method: 'get',
    path: '/collections',
    summary: 'List the collections',
    description: 'All of them, by title; their handles are what `GET /products?collection=` takes.',
    tag: 'Categories',
    permission: 'public',
    cache: 'catalog',
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The collections.', schema: z.array(collectionSchema), tagged: true },
      304: { description: 'The list is still what `If-None-Match` names.' },
    },
    errors: [],
  },
});
