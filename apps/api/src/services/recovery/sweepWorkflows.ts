import { inTransaction } from '../../db/transaction.ts';
import type { WorkflowKind } from '../../domains/workflows.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { errorText } from '../../utils/errorText.ts';
import { Unavailable } from '../../utils/unavailable.ts';
import type { Workflow } from '../workflows.service.ts';
import type { DrivingDeps } from './deps.ts';

/** Workflows taken at a time. */
const BATCH = 20;
/** With pauses of 1, 2, 4 … 60 minutes these span about four hours. */
const ESCALATE_AFTER = 8;

type Claimed = Pick<Workflow, 'id' | 'kind' | 'subjectId' | 'attempts'>;

/** Resumes workflows past their deadline; what has failed for hours needs a person. */
export async function sweepWorkflows(deps: DrivingDeps, ctx: Context): Promise<void> {
  const overdue = await deps.workflows.claimOverdue(ctx, BATCH);
  for (const workflow of overdue) await driveWorkflow(deps, ctx, workflow);
}

async function driveWorkflow(
  deps: DrivingDeps,
  ctx: Context,
  { id, kind, subjectId, attempts }: Claimed,
): Promise<void> {
  const { workflows, drivers, logger } = deps;
  try {
    const progress = await drivers[kind].drive(ctx, subjectId);
    if (progress.kind === 'waits') await workflows.postpone(ctx, id, progress.seconds);
    if (progress.kind === 'unrecoverable') {
      await escalate(deps, ctx, { kind, subjectId, why: progress.why });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    logger.warn(`A ${kind} could not be resumed`, { id, subjectId, error: errorText(error) });
    await workflows.recordError(ctx, id, why);
    // An outage ends by itself, so staff need not be called.
    if (error instanceof Unavailable) return;
  }
  if (attempts >= ESCALATE_AFTER) await escalate(deps, ctx, { kind, subjectId });
}

async function escalate(
  { workflows }: DrivingDeps,
  ctx: Context,
  subject: { kind: WorkflowKind; subjectId: string; why?: string },
): Promise<void> {
  await inTransaction(ctx, (ctx) => workflows.escalateToStaff(ctx, subject));
}
