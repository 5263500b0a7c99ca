import { defineRoutes } from '../kernel/route.ts';
import { rootSchema } from '../validators/root.validator.ts';

export const rootRoutes = defineRoutes({
  getRoot: {
    method: 'get',
    path: '/',
    summary: 'Discover the API',
    description: 'Links to every resource, so that a client needs to know only this address.',
    tag: 'Discovery',
    permission: 'public',
    cache: 'catalog',
    links: { self: { title: 'Where everything is' } },
    request: {},
    responses: { 200: { description: 'The links.', schema: rootSchema } },
    errors: [],
  },
});
