import { defineRoutes } from '../kernel/route.ts';
import { rootSchema } from '../validators/root.validator.ts';

export const rootRoutes = defineRoutes({
  getRoot: {
    method: 'get',
    path: '/',
    summary: 'Find your way through the API',
    description: 'Links to what there is, so that a client needs to know this address alone.',
    tag: 'Discovery',
    permission: 'public',
    cache: 'catalog',
    request: {},
    responses: { 200: { description: 'The links.', schema: rootSchema } },
    errors: [],
  },
});
