import type { WorkflowsService } from '../services/workflows.service.ts';
import { ok, type Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';
import type { WorkflowListQuery, WorkflowParams } from '../validators/workflows.validator.ts';

export type WorkflowsController = ReturnType<typeof createWorkflowsController>;

export function createWorkflowsController({ workflows }: { workflows: WorkflowsService }) {
  return {
    async list({ query }: { query: WorkflowListQuery }, ctx: RequestContext): Promise<Reply> {
      const { rows, meta, headers } = await workflows.list(ctx, query);
      return { status: 200, data: rows.map(workflows.represent), meta, headers };
    },

    async get({ params }: { params: WorkflowParams }, ctx: RequestContext): Promise<Reply> {
      return ok(workflows.represent(await workflows.get(ctx, params.workflowId)));
    },
  };
}
