import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { disputeListQuerySchema, disputeSchema } from '../validators/disputes.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

export const disputeRoutes = defineRoutes({
  listDisputes: {
    method: 'get',
    path: '/admin/disputes',
    summary: 'List disputes',
    description:
      'Newest first. Submit evidence in the payment provider’s dashboard, by `evidenceDueAt`.',
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
  },
});
