import { inTransaction } from '../db/transaction.ts';
import type { JobState } from '../domains/jobs.enums.ts';
import type { Context } from '../kernel/context.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import type { AuditService } from './audit.service.ts';
import { discardJob, retryJob, selectJob, selectJobs, type QueuedJob } from './jobs/statements.ts';

export type { QueuedJob } from './jobs/statements.ts';

interface JobQuery extends IdListQuery {
  readonly state?: JobState | undefined;
  readonly name?: string | undefined;
}

interface JobsDeps {
  audit: AuditService;
  /** Signs the cursors of the list. */
  cursorSecret: string;
}

export type JobsService = ReturnType<typeof createJobsService>;

/** The queue in the hands of staff: what waits, what has failed, and what to do about it. */
export function createJobsService({ audit, cursorSecret }: JobsDeps) {
  /** @throws {AppError} not_found */
  async function get(ctx: Context, id: string): Promise<QueuedJob> {
    const [job] = await ctx.db.query(selectJob, { id });
    if (!job) throw notFound('job');
    return job;
  }

  /** One act on one job, with its reason, in one transaction. */
  function act(
    ctx: Context,
    id: string,
    { action, reason, by }: { action: string; reason: string; by: typeof retryJob },
  ): Promise<QueuedJob> {
    return inTransaction(ctx, async (ctx) => {
      const job = await get(ctx, id);
      const [done] = await ctx.db.query(by, { id });
      if (!done)
        throw new AppError('state_conflict', 'The job is running. Wait until it has finished.');
      const { name, state, attempts, payload } = job;
      const details = { name, state, attempts, payload };
      await audit.record(ctx, { action, subject: id, reason, details });
      return job;
    });
  }

  return {
    get,

    /** Newest first. @throws {AppError} invalid_cursor */
    list(ctx: Context, query: JobQuery) {
      return readIdPage({ secret: cursorSecret, name: 'jobs' }, query, (range) =>
        ctx.db.query(selectJobs, {
          ...range,
          state: query.state ?? null,
          name: query.name ?? null,
        }),
      );
    },

    /**
     * Runs the job at once, with all its attempts restored.
     * @throws {AppError} not_found, state_conflict
     */
    async retry(ctx: Context, id: string, reason: string): Promise<QueuedJob> {
      await act(ctx, id, { action: 'job.retry', reason, by: retryJob });
      return get(ctx, id);
    },

    /** Takes it out of the queue; what it was is in the audit. @throws {AppError} not_found, state_conflict */
    discard: (ctx: Context, id: string, reason: string) =>
      act(ctx, id, { action: 'job.discard', reason, by: discardJob }),
  };
}
