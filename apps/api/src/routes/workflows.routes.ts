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
    summary: 'List workflows',
    description:
      'Checkouts and refunds, newest first, each with its steps. `state=failed` lists those that need attention.',
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
    description: 'Its current step, the attempts on it, and the last error.',
    permission: 'workflows:read',
    request: { params: workflowParamsSchema },
    responses: { 200: { description: 'The workflow.', schema: workflowSchema } },
    errors: ['not_found'],
  },
  retryWorkflow: {
    ...shared,
    method: 'post',
    path: '/admin/workflows/:workflowId/retry',
    summary: 'Resume a workflow',
    description:
      'For a workflow that is stuck or needs attention: the shop asks the provider for the current state and continues from there. A finished workflow is a 409.',
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
    summary: 'Abandon a workflow',
    description:
      'Undoes what the workflow has done. A checkout: cancels the order, releases its stock and refunds what was paid. A refund: stops trying; the amount that it had reserved can be refunded again.',
    permission: 'workflows:write',
    idempotency: 'saga',
    request: { params: workflowParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The workflow as it is now.', schema: workflowSchema } },
    errors: ['not_found', 'state_conflict', 'service_unavailable'],
  },
});
