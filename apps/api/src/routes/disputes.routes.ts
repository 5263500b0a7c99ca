import { z } from 'zod';
import type { DisputesController } from '../controllers/disputes.controller.ts';
import { defineRoute, type Route } from '../kernel/route.ts';
import { disputeListQuerySchema, disputeSchema } from '../validators/disputes.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

export function disputeRoutes(controller: DisputesController): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/admin/disputes',
      operationId: 'listDisputes',
      summary: 'List the disputes of payments',
      description: 'Newest first. Evidence is given in Stripe’s dashboard, by `evidenceDueAt`.',
      tag: 'Disputes',
      permission: 'disputes:read',
      cache: 'private',
      request: { query: disputeListQuerySchema },
      responses: {
        200: {
          description: 'A page of disputes.',
          schema: z.array(disputeSchema),
          meta: pageMetaSchema,
        },
      },
      errors: ['invalid_cursor'],
      handler: (input, ctx) => controller.list(input, ctx),
    }),
  ];
}
