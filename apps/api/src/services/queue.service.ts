import type { z } from 'zod';
import { statement, type None } from '../db/statement.ts';
import type { Job } from '../jobs/defineJob.ts';
import type { Context } from '../kernel/context.ts';
import type { JobWorker, JobWorkerOptions } from './queue/jobWorker.ts';
import { KEYED } from './queue/keyed.ts';

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

/** How the queue is doing. */
export interface QueueHealth {
  /** Age of the oldest job that is due and waits for a worker; 0 when none waits. */
  oldestDueSeconds: number;
  /** Jobs that are due and wait. */
  due: number;
  /** Dead jobs, for someone to look at. */
  dead: number;
}

export interface QueueService {
  /**
   * Queues a job by one statement in `ctx.db`: inside a transaction it exists (and is run) only
   * once that has committed.
   * @returns the job's id.
   */
  enqueue<Schema extends z.ZodType>(
    ctx: Context,
    job: Job<Schema>,
    payload: z.input<Schema>,
    options?: EnqueueOptions,
  ): Promise<string>;
  /** @throws when the database or the queue's tables do not answer. */
  health(ctx: Pick<Context, 'db'>): Promise<QueueHealth>;
  /** Runs the queue's jobs in this process, until the worker is stopped. */
  startWorker<Services>(options: JobWorkerOptions<Services>): Promise<JobWorker>;
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
  },
  { id: string }
>(
  `SELECT job.id::text AS id
   FROM graphile_worker.add_job(
     identifier => :name::text,
     payload => :payload::json,
     run_at => :runAt::timestamptz,
     max_attempts => :maxAttempts::int,
     job_key => :jobKey::text,
     priority => :priority::int,
     flags => CASE WHEN :jobKey IS NOT NULL THEN ARRAY[:flag::text] END
   ) AS job`,
);

const readHealth = statement('queue.health')<None, { oldest: number; due: number; dead: number }>(
  `SELECT
     coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE is_due)), 0)::float8 AS oldest,
     count(*) FILTER (WHERE is_due) AS due,
     count(*) FILTER (WHERE is_dead) AS dead
   FROM (
     SELECT run_at,
            locked_at IS NULL AND attempts < max_attempts AND run_at <= now() AS is_due,
            locked_at IS NULL AND attempts >= max_attempts AS is_dead
     FROM graphile_worker.jobs
   ) AS jobs`,
);

/** The job queue (graphile-worker). */
export function createQueueService(): QueueService {
  return {
    async enqueue(ctx, job, payload, options = {}) {
      const [row] = await ctx.db.query(addJob, {
        name: job.name,
        payload: JSON.stringify(payload),
        runAt: options.runAt ?? null,
        maxAttempts: options.maxAttempts ?? job.maxAttempts,
        jobKey: options.jobKey ?? null,
        priority: job.priority,
        flag: KEYED,
      });
      if (!row) throw new Error(`The job ${job.name} was not queued`);
      return row.id;
    },

    async health({ db }) {
      const [row] = await db.query(readHealth);
      return {
        oldestDueSeconds: Math.max(0, row?.oldest ?? 0),
        due: row?.due ?? 0,
        dead: row?.dead ?? 0,
      };
    },

    async startWorker(options) {
      // Loaded here, so that an HTTP worker, which only queues, does without the library.
      const { startWorker } = await import('./queue/jobWorker.ts');
      return startWorker(options);
    },
  };
}
