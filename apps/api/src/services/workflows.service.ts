import { emit } from '../events/outbox.ts';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { readIdPage, type IdList, type IdListQuery } from '../utils/page.ts';
import {
  abandonWorkflow,
  claimOverdue,
  giveUp,
  noteError,
  postpone,
  selectWorkflow,
  selectWorkflows,
  resume,
  type Workflow,
  type WorkflowKind,
  type WorkflowState,
} from './workflows/statements.ts';

export type { Workflow, WorkflowKind, WorkflowState } from './workflows/statements.ts';

/** What staff look for: a state, those that are under way, or those that are past their deadline. */
export type WorkflowFilter = WorkflowState | 'in_progress' | 'stuck' | 'failed';

export interface WorkflowQuery extends IdListQuery {
  readonly state?: WorkflowFilter | undefined;
  readonly kind?: WorkflowKind | undefined;
  readonly subject?: string | undefined;
}

export type WorkflowsService = ReturnType<typeof createWorkflowsService>;

const underWay: readonly WorkflowState[] = ['running', 'waiting'];

/**
 * How far checkouts and refunds are, step by step. Their rows are written by the statements that
 * move the order (services/orders/checkoutPosition.ts) or the refund (payments/refunds/statements.ts),
 * so that no row tells of anything that has not happened. Their steps are written by a trigger.
 */
export function createWorkflowsService(list: IdList) {
  return {
    /** The shop has tried often enough, and a person is to look. Within a transaction; staff are told. */
    async giveUp(ctx: Context, kind: WorkflowKind, subjectId: string, why?: string) {
      const [given] = await ctx.db.query(giveUp, [kind, subjectId, why ?? null]);
      if (given) await emit(ctx, 'workflow.needs_person', { workflowId: given.id });
    },

    /** Takes what is past its deadline, for the sweeper. */
    claimOverdue: (ctx: Context, limit: number) => ctx.db.query(claimOverdue, [limit]),

    async noteError(ctx: Context, id: string, error: string): Promise<void> {
      await ctx.db.execute(noteError, [id, error]);
    },

    async postpone(ctx: Context, id: string, seconds: number): Promise<void> {
      await ctx.db.execute(postpone, [id, seconds]);
    },

    /** @returns whether it can go on: it has not ended. */
    async resume(ctx: Context, id: string): Promise<boolean> {
      return (await ctx.db.query(resume, [id])).length > 0;
    },

    /** @returns whether it could be given up: it has not succeeded. */
    async abandon(ctx: Context, id: string): Promise<boolean> {
      return (await ctx.db.execute(abandonWorkflow, [id])) > 0;
    },

    /** @throws {AppError} not_found */
    async get(ctx: Context, id: string): Promise<Workflow> {
      const [workflow] = await ctx.db.query(selectWorkflow, [id]);
      if (!workflow) throw notFound('workflow');
      return workflow;
    },

    /** Newest first. @throws {AppError} invalid_cursor */
    list(ctx: Context, query: WorkflowQuery) {
      return readIdPage(list, query, ({ id, isBack, take }) =>
        ctx.db.query(selectWorkflows, [
          id,
          isBack,
          take,
          statesOf(query.state),
          query.state === 'stuck',
          query.kind ?? null,
          query.subject ?? null,
        ]),
      );
    },

    represent: ({ deadlineAt, createdAt, updatedAt, steps, ...workflow }: Workflow) => {
      const time = (text: string) => new Date(text).toISOString();
      return {
        ...workflow,
        deadlineAt: deadlineAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
        steps: steps.map(({ startedAt, finishedAt, ...step }) => ({
          ...step,
          startedAt: time(startedAt),
          finishedAt: finishedAt === null ? null : time(finishedAt),
        })),
      };
    },
  };
}

function statesOf(filter: WorkflowFilter | undefined): readonly WorkflowState[] | null {
  if (filter === undefined) return null;
  if (filter === 'in_progress' || filter === 'stuck') return underWay;
  return [filter === 'failed' ? 'needs_person' : filter];
}
