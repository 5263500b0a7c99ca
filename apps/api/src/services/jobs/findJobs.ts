import type { JobState } from '../../domains/jobs.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { JobsDeps } from './deps.ts';
import { selectJob, selectJobs, type QueuedJob } from './statements.ts';

interface JobQuery extends IdListQuery {
  readonly state?: JobState | undefined;
  readonly name?: string | undefined;
}

/** @throws {AppError} not_found */
export async function getJob(ctx: Context, id: string): Promise<QueuedJob> {
  const [job] = await ctx.db.query(selectJob, { id });
  if (!job) throw notFound('job');
  return job;
}

/** Newest first. @throws {AppError} invalid_cursor */
export function listJobs(
  { cursorSecret }: Pick<JobsDeps, 'cursorSecret'>,
  ctx: Context,
  query: JobQuery,
) {
  return readIdPage({ secret: cursorSecret, name: 'jobs' }, query, (range) =>
    ctx.db.query(selectJobs, {
      ...range,
      state: query.state ?? null,
      name: query.name ?? null,
    }),
  );
}
