import type { RecoveryService } from '../services/recovery.service.ts';
import type { WorkflowsService } from '../services/workflows.service.ts';
import { claimOf } from '../kernel/idempotencyClaim.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { ReasonBody } from '../validators/admin.validator.ts';
import type { WorkflowListQuery, WorkflowParams } from '../validators/workflows.validator.ts';

export type WorkflowsController = ReturnType<typeof createWorkflowsController>;

interface Services {
  workflows: WorkflowsService;
  recovery: RecoveryService;
}

interface ActInput {
  params: WorkflowParams;
  body: ReasonBody;
}

export function createWorkflowsController({ workflows, recovery }: Services) {
  return {
    async list({ query }: { query: WorkflowListQuery }, ctx: RequestContext): Promise<Reply> {
      const { rows, meta, headers } = await workflows.list(ctx, query);
      return { status: 200, data: rows.map(workflows.represent), meta, headers };
    },

    async get({ params }: { params: WorkflowParams }, ctx: RequestContext): Promise<Reply> {
      return ok(workflows.represent(await workflows.get(ctx, params.workflowId)));
    },

    async retry({ params, body }: ActInput, ctx: RequestContext): Promise<Reply> {
      const { workflowId } = params;
      const workflow = await recovery.retry(ctx, workflowId, body.reason, claimOf(ctx));
      return ok(workflows.represent(workflow));
    },

    async abandon({ params, body }: ActInput, ctx: RequestContext): Promise<Reply> {
      const { workflowId } = params;
      const workflow = await recovery.abandon(ctx, workflowId, body.reason, claimOf(ctx));
      return ok(workflows.represent(workflow));
    },
  };
}
