import type { RootController } from '../controllers/root.controller.ts';
import { defineRoute, type Route } from '../kernel/route.ts';
import { rootSchema } from '../validators/root.validator.ts';

export function rootRoutes(controller: RootController): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/',
      operationId: 'getRoot',
      summary: 'Find your way through the API',
      description: 'Links to what there is, so that a client needs to know this address alone.',
      tag: 'Discovery',
      permission: 'public',
      cache: 'catalog',
      request: {},
      responses: { 200: { description: 'The links.', schema: rootSchema } },
      errors: [],
      handler: () => controller.show(),
    }),
  ];
}
