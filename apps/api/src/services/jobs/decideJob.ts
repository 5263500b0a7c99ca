import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { JobsDeps } from './deps.ts';
import { getJob } from './findJobs.ts';
import { completeJob, rescheduleJob, type QueuedJob } from './statements.ts';

/**
 * Runs the job at once, with all its attempts restored.
 * @throws {AppError} not_found, state_conflict
 */
export async function retryJob(
  deps: JobsDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<QueuedJob> {
  await decide(deps, ctx, id, { action: 'job.retry', reason, by: rescheduleJob });
  return getJob(ctx, id);
}

/** Takes it out of the queue; what it was is in the audit. @throws {AppError} not_found, state_conflict */
export function discardJob(
  deps: JobsDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<QueuedJob> {
  return decide(deps, ctx, id, { action: 'job.discard', reason, by: completeJob });
}

/** One act on one job, with its reason, in one transaction. @returns the job as it was. */
function decide(
  { audit }: JobsDeps,
  ctx: Context,
  id: string,
  { action, reason, by }: { action: string; reason: string; by: typeof completeJob },
): Promise<QueuedJob> {
  return inTransaction(ctx, async (ctx) => {
    const job = await getJob(ctx, id);
    const [done] = await ctx.db.query(by, { id });
    if (!done) {
      throw new AppError('state_conflict', 'The job is running. Wait until it has finished.');
    }
    const { name, state, attempts, payload } = job;
    const details = { name, state, attempts, payload };
    const before = { isQueued: true, attempts };
    const after =
      by === completeJob ? { isQueued: false } : { isQueued: true, attempts: 0, runAt: 'now' };
    await audit.record(ctx, { action, subject: id, reason, details, before, after });
    return job;
  });
}
