import type { Handlers } from '../kernel/route.ts';
import { presentWorkflow } from '../presenters/workflows.presenter.ts';
import type { workflowRoutes } from '../routes/workflows.routes.ts';
import type { RecoveryService } from '../services/recovery.service.ts';
import type { WorkflowsService } from '../services/workflows.service.ts';
import { ok, page } from '../utils/response.ts';

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
      const { rows, meta } = await workflows.list(ctx, query);
      return page(rows.map(presentWorkflow), meta);
    },

    async getWorkflow(ctx, { params }) {
      return ok(presentWorkflow(await workflows.get(ctx, params.workflowId)));
    },

    async retryWorkflow(ctx, { params, body }) {
      const decision = { reason: body.reason, claim: ctx.claim };
      const workflow = await recovery.retry(ctx, params.workflowId, decision);
      return ok(presentWorkflow(workflow));
    },

    async abandonWorkflow(ctx, { params, body }) {
      const decision = { reason: body.reason, claim: ctx.claim };
      const workflow = await recovery.abandon(ctx, params.workflowId, decision);
      return ok(presentWorkflow(workflow));
    },
  };
}
