import { inTransaction } from '../../db/transaction.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Workflow } from '../workflows.service.ts';
import type { DrivingDeps } from './deps.ts';
import type { Decision } from './driver.ts';

/**
 * Resumes a workflow that is stuck or needs a person.
 * @throws {AppError} not_found; state_conflict when it has ended; service_unavailable
 */
export async function retryWorkflow(
  deps: DrivingDeps,
  ctx: Context,
  id: string,
  { reason, claim }: Decision,
): Promise<Workflow> {
  const { workflows, drivers } = deps;
  const action = 'workflow.retry';
  const { kind, subjectId } = await begin(deps, ctx, id, { action, reason, claim });
  if (!(await workflows.resume(ctx, id))) throw ended(await workflows.get(ctx, id));
  await drivers[kind].resume(ctx, subjectId);
  return workflows.get(ctx, id);
}

/**
 * Abandons it and compensates what it has done.
 * @throws {AppError} not_found; state_conflict when it has succeeded; service_unavailable
 */
export async function abandonWorkflow(
  deps: DrivingDeps,
  ctx: Context,
  id: string,
  { reason, claim }: Decision,
): Promise<Workflow> {
  const { workflows, drivers } = deps;
  const action = 'workflow.abandon';
  const workflow = await begin(deps, ctx, id, { action, reason, claim });
  const { kind, subjectId, state } = workflow;
  if (state === 'abandoned') return workflow;
  if (state === 'succeeded') throw ended(workflow);
  const held: Claim = async () => ({ resumed: true });
  if (state !== 'compensated')
    await drivers[kind].compensate(ctx, subjectId, { reason, claim: held });
  await workflows.abandon(ctx, id);
  return workflows.get(ctx, id);
}

/** Records the actor and the reason, and claims the request's key; what follows is repeatable. */
async function begin(
  { workflows, audit }: DrivingDeps,
  ctx: Context,
  id: string,
  { action, reason, claim }: Decision & { action: string },
): Promise<Workflow> {
  return inTransaction(ctx, async (ctx) => {
    const { resumed } = await claim(ctx);
    const workflow = await workflows.get(ctx, id);
    const { kind, subjectId, state, step } = workflow;
    const details = { kind, subjectId, state, step };
    const before = { state };
    const after = { state: action === 'workflow.abandon' ? 'abandoned' : 'running' };
    if (!resumed) await audit.record(ctx, { action, subject: id, reason, details, before, after });
    return workflow;
  });
}

function ended({ state }: Workflow): AppError {
  return new AppError(
    'state_conflict',
    `The workflow is ${state}, so there is nothing left to do.`,
  );
}
