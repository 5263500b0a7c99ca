import type { z } from 'zod';
import { statement } from '../../db/statement.ts';
import type { Job } from '../../jobs/defineJob.ts';
import type { Context } from '../../kernel/context.ts';
import { KEYED } from './keyed.ts';

interface EnqueueOptions {
  /** Not before; default: now. */
  runAt?: Date;
  /**
   * Makes the job unique: while one with this key waits, enqueueing replaces its payload and time.
   * A running one is not affected: a new one is queued, and may run beside it.
   */
  jobKey?: string;
  /** Instead of the definition's. */
  maxAttempts?: number;
}

const addJob = statement('queue.add')<
  {
    name: string;
    payload: string;
    runAt: Date | null;
    maxAttempts: number;
    jobKey: string | null;
    priority: number;
    flag: string;
    queue: string | null;
  },
  { id: string }
>(
  `SELECT job.id::text AS id
   FROM graphile_worker.add_job(
     identifier => :name::text,
     payload => :payload::json,
     queue_name => :queue::text,
     run_at => :runAt::timestamptz,
     max_attempts => :maxAttempts::int,
     job_key => :jobKey::text,
     priority => :priority::int,
     flags => CASE WHEN :jobKey IS NOT NULL THEN ARRAY[:flag::text] END
   ) AS job`,
);

/**
 * Queues a job by one statement in `ctx.db`: inside a transaction it exists (and is run) only
 * once that has committed.
 * @returns the job's id.
 */
export async function enqueueJob<Schema extends z.ZodType>(
  ctx: Context,
  job: Job<Schema>,
  payload: z.input<Schema>,
  options: EnqueueOptions = {},
): Promise<string> {
  const [row] = await ctx.db.query(addJob, {
    name: job.name,
    payload: JSON.stringify(payload),
    runAt: options.runAt ?? null,
    maxAttempts: options.maxAttempts ?? job.maxAttempts,
    jobKey: options.jobKey ?? null,
    priority: job.priority,
    flag: KEYED,
    queue: job.isAlone ? job.name : null,
  });
  if (!row) throw new Error(`The job ${job.name} was not queued`);
  return row.id;
}
