import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';
import {
  workflowListQuerySchema,
  workflowParamsSchema,
  workflowSchema,
} from '../validators/workflows.validator.ts';

const shared = { tag: 'Workflows', cache: 'private' } as const;

export const workflowRoutes = defineRoutes({
  listWorkflows: {
    ...shared,
    method: 'get',
    path: '/admin/workflows',
    summary: 'List checkouts and refunds by how far they are',
    description:
      'Newest first, each with its steps. `state=failed` lists those that need a person.',
    permission: 'workflows:read',
    request: { query: workflowListQuerySchema },
    responses: {
      200: {
        description: 'A page of workflows.',
        schema: z.array(workflowSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getWorkflow: {
    ...shared,
    method: 'get',
    path: '/admin/workflows/:workflowId',
    summary: 'Get a workflow with its steps',
    description: 'How far it is, how often the shop looked after it, and what went wrong.',
    permission: 'workflows:read',
    request: { params: workflowParamsSchema },
    responses: { 200: { description: 'The workflow.', schema: workflowSchema } },
    errors: ['not_found'],
  },
  retryWorkflow: {
    ...shared,
    method: 'post',
    path: '/admin/workflows/:workflowId/retry',
    summary: 'Take up a workflow that is stuck or has failed',
    description:
      'The shop asks the provider how things stand and goes on from there. What has ended is a 409.',
    permission: 'workflows:write',
    idempotency: 'saga',
    request: { params: workflowParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The workflow as it is now.', schema: workflowSchema } },
    errors: ['not_found', 'state_conflict', 'service_unavailable'],
  },
  abandonWorkflow: {
    ...shared,
    method: 'post',
    path: '/admin/workflows/:workflowId/abandon',
    summary: 'Give a workflow up and take back what it has done',
    description:
      'A checkout: the order is canceled, its goods let go and its money refunded. A refund: nothing more is tried, and what it had taken of the payment can be refunded anew.',
    permission: 'workflows:write',
    idempotency: 'saga',
    request: { params: workflowParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The workflow as it is now.', schema: workflowSchema } },
    errors: ['not_found', 'state_conflict', 'service_unavailable'],
  },
});
