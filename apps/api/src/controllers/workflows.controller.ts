import { claimOf } from '../kernel/idempotencyClaim.ts';
import type { Handlers } from '../kernel/route.ts';
import type { workflowRoutes } from '../routes/workflows.routes.ts';
import type { RecoveryService } from '../services/recovery.service.ts';
import type { WorkflowsService } from '../services/workflows.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  workflows: WorkflowsService;
  recovery: RecoveryService;
}

export function createWorkflowsController({
  workflows,
  recovery,
}: Services): Handlers<typeof workflowRoutes> {
  return {
    async listWorkflows(ctx, { query }) {
      const { rows, meta, headers } = await workflows.list(ctx, query);
      return { status: 200, data: rows.map(workflows.represent), meta, headers };
    },

    async getWorkflow(ctx, { params }) {
      return ok(workflows.represent(await workflows.get(ctx, params.workflowId)));
    },

    async retryWorkflow(ctx, { params, body }) {
      const { workflowId } = params;
      const workflow = await recovery.retry(ctx, workflowId, body.reason, claimOf(ctx));
      return ok(workflows.represent(workflow));
    },

    async abandonWorkflow(ctx, { params, body }) {
      const { workflowId } = params;
      const workflow = await recovery.abandon(ctx, workflowId, body.reason, claimOf(ctx));
      return ok(workflows.represent(workflow));
    },
  };
}
