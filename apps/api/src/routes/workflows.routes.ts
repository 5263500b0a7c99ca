import { z } from 'zod';
import type { WorkflowsController } from '../controllers/workflows.controller.ts';
import { defineRoute, type Route } from '../utils/route.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';
import {
  workflowListQuerySchema,
  workflowParamsSchema,
  workflowSchema,
} from '../validators/workflows.validator.ts';

const shared = { tag: 'Administration', cache: 'private' } as const;

export function workflowRoutes(controller: WorkflowsController): Route[] {
  return [
    defineRoute({
      ...shared,
      method: 'get',
      path: '/admin/workflows',
      operationId: 'listWorkflows',
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
      handler: (input, ctx) => controller.list(input, ctx),
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/admin/workflows/:workflowId',
      operationId: 'getWorkflow',
      summary: 'Get a workflow with its steps',
      permission: 'workflows:read',
      request: { params: workflowParamsSchema },
      responses: { 200: { description: 'The workflow.', schema: workflowSchema } },
      errors: ['not_found'],
      handler: (input, ctx) => controller.get(input, ctx),
    }),
  ];
}
