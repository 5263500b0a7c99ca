import { emit } from '../events/outbox.ts';
import type { WorkflowKind } from '../domains/workflows.enums.ts';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import {
  findWorkflow,
  findWorkflows,
  type Workflow,
  type WorkflowFilters,
} from './workflows/findWorkflows.ts';
import {
  abandonWorkflow,
  claimOverdue,
  escalate,
  postpone,
  recordError,
  resume,
} from './workflows/statements.ts';

export type { Workflow } from './workflows/findWorkflows.ts';

type WorkflowQuery = IdListQuery & WorkflowFilters;

interface WorkflowsDeps {
  /** Signs the cursors of the list. */
  cursorSecret: string;
}

export type WorkflowsService = ReturnType<typeof createWorkflowsService>;

/**
 * The progress of checkouts and refunds, step by step. The statements that move the order
 * (services/orders/checkoutPosition.ts) or the refund (payments/refunds/statements.ts) write their
 * rows, so that no row describes what has not happened. A trigger writes their steps.
 */
export function createWorkflowsService({ cursorSecret }: WorkflowsDeps) {
  return {
    /**
     * Marks the workflow as needing a person, because the shop has retried often enough. In a
     * transaction; staff get a mail.
     */
    async escalateToStaff(
      ctx: Context,
      { why = null, ...subject }: { kind: WorkflowKind; subjectId: string; why?: string | null },
    ): Promise<void> {
      const [escalated] = await ctx.db.query(escalate, { ...subject, why });
      if (escalated) await emit(ctx, 'workflow.needs_person', { workflowId: escalated.id });
    },

    /** Takes what is past its deadline, for the sweeper. */
    claimOverdue: (ctx: Context, limit: number) => ctx.db.query(claimOverdue, { limit }),

    /** Records why the last attempt failed. */
    async recordError(ctx: Context, id: string, error: string): Promise<void> {
      await ctx.db.execute(recordError, { id, error });
    },

    async postpone(ctx: Context, id: string, seconds: number): Promise<void> {
      await ctx.db.execute(postpone, { id, seconds });
    },

    /** @returns whether it can continue, because it has not ended. */
    async resume(ctx: Context, id: string): Promise<boolean> {
      return (await ctx.db.query(resume, { id })).length > 0;
    },

    /** @returns whether it was abandoned: it had not succeeded. */
    async abandon(ctx: Context, id: string): Promise<boolean> {
      return (await ctx.db.execute(abandonWorkflow, { id })) > 0;
    },

    /** @throws {AppError} not_found */
    async get(ctx: Context, id: string): Promise<Workflow> {
      const workflow = await findWorkflow(ctx, id);
      if (!workflow) throw notFound('workflow');
      return workflow;
    },

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: WorkflowQuery) =>
      readIdPage({ secret: cursorSecret, name: 'workflows' }, query, (range) =>
        findWorkflows(ctx, range, query),
      ),
  };
}
