import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { parseCronItems, run, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import { Pool } from 'pg';
import type { RunnableJob } from '../../jobs/runnableJob.ts';
import { errorText } from '../../utils/errorText.ts';
import { returnJob } from './attempts.ts';
import { createLease, unlockJobsOfDeadWorkers } from './lease.ts';
import { libraryLogger } from './libraryLogger.ts';
import { removeSupersededJobs } from './superseded.ts';
import { taskListOf, type RunnerDeps, type RunningJobs } from './runJob.ts';
import { waitingJobsOf } from './waitingJobs.ts';

/** How often jobs of workers that died elsewhere are looked for. */
const ORPHAN_CHECK_MS = 30_000;

/** How long a job may wait here, taken and not begun, before any worker may have it again. */
const WAITING_HERE_MS = 2000;

export interface JobWorkerOptions<Services> extends RunnerDeps<Services> {
  /** The services that the handlers use; they determine the type. */
  jobs: readonly RunnableJob<NoInfer<Services>>[];
  /** Jobs that run at the same time. */
  concurrency: number;
}

export interface JobWorker {
  /**
   * Takes no further job and waits for those that run. What still runs at the deadline is handed
   * back to the queue, where another worker finds it at once; its handler here is left to the end
   * of the process, which the caller should now bring about.
   */
  stop(deadlineMs: number): Promise<void>;
  /**
   * Settles when the worker has stopped: by `stop`, or because the database failed. Then the
   * process should end and be restarted; the new worker frees the old one's jobs.
   */
  readonly stopped: Promise<void>;
}

/** Runs the queue's jobs and the schedules in this process, until it is stopped. */
export async function startWorker<Services>(
  options: JobWorkerOptions<Services>,
): Promise<JobWorker> {
  const { database, logger, jobs, concurrency } = options;
  const running: RunningJobs = new Map();
  const stopping = new AbortController();
  const pool = openQueuePool(database.url, concurrency);
  const lease = createLease(database.url, logger);
  const events: WorkerEvents = new EventEmitter();
  const waitingJobs = waitingJobsOf(events);
  let workers: WorkerPool | undefined;
  const poolId = `pool-${randomUUID()}`;
  events.once('pool:create', ({ workerPool }) => {
    workers = workerPool;
    // The library's own would be known only when it looks for jobs already.
    workerPool.id = poolId;
  });
  // The library stops then, but when it happens to two of its batches, it waits for ever before it
  // reports it (its count of what is pending falls below zero), and no worker would run the jobs.
  const unrecorded = new Promise<void>((resolve) => {
    events.once('pool:fatalError', () => resolve());
  });

  const scheduled = jobs.filter(({ cron }) => cron !== undefined).map(({ name }) => name);
  const freeOrphans = async () => {
    const dead = await unlockJobsOfDeadWorkers(database);
    await removeSupersededJobs(database, scheduled);
    if (dead.length > 0) logger.warn('Jobs of dead workers are free again', { workers: dead });
  };
  await freeOrphans();
  const orphanCheck = setInterval(() => {
    freeOrphans().catch((error: unknown) => {
      logger.warn('Jobs of dead workers could not be looked for', { error: errorText(error) });
    });
  }, ORPHAN_CHECK_MS).unref();

  const close = async () => {
    clearInterval(orphanCheck);
    await lease.close();
    await pool.end();
  };

  const begin = async () => {
    // No job is taken before the lease is there, or another worker could take this one for dead.
    await lease.hold(poolId);
    return run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      taskList: taskListOf(jobs, { ...options, stopping: stopping.signal }, running),
      parsedCronItems: cronItemsOf(jobs),
      logger: libraryLogger(logger),
      events,
      preset: {
        worker: {
          // In batches, the end of each job is recorded before the library calls itself stopped, and
          // when it cannot be recorded the worker stops in good order. One by one it is a floating
          // promise, whose rejection would end the process.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          // One look for all that are idle (docs/adr/0015).
          localQueue: { size: concurrency, ttl: WAITING_HERE_MS },
        },
      },
    });
  };
  const runner = await begin().catch(async (error: unknown) => {
    await close();
    throw error;
  });

  let hasStopped = false;
  const ended = runner.promise
    .catch((error: unknown) => {
      logger.error('The job queue has stopped', { error: errorText(error) });
    })
    .finally(() => {
      hasStopped = true;
    });

  return {
    stopped: Promise.race([ended, unrecorded]),
    async stop(deadlineMs) {
      stopping.abort();
      waitingJobs.returnAll();
      // The library throws when it is stopped twice.
      const stopped = hasStopped ? true : runner.stop().then(() => true);
      const inTime = await Promise.race([stopped, delay(deadlineMs, false, { ref: false })]);
      if (!inTime) {
        const unfinished = [...running];
        await workers?.forcefulShutdown('The worker stopped before the job was finished');
        for (const [id, attempt] of unfinished) await returnJob(database, id, attempt - 1);
        logger.warn('Jobs were handed back unfinished', { jobs: unfinished.map(([id]) => id) });
      }
      await close();
    },
  };
}

/**
 * The library's connections are apart from the shop's: they know nothing of its statement timeout
 * and types, and many busy jobs cannot keep it from recording that one of them is done. One more
 * than there are jobs, for LISTEN.
 */
function openQueuePool(url: string, concurrency: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: concurrency + 1,
    application_name: 'cartwright-jobs',
    connectionTimeoutMillis: 10_000,
    // Of its short statements none takes as long, unless the server is frozen or its network gone.
    query_timeout: 60_000,
  });
  // The pool replaces a broken connection, or the next statement fails; the library requires both
  // listeners.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Each job of the clock is in the queue once, however long no worker ran (its key), and runs once at
 * a time, however long a run takes (its queue), so that slow ones leave room for what others wait for.
 */
function cronItemsOf(jobs: readonly RunnableJob<never>[]) {
  return parseCronItems(
    jobs.flatMap(({ name, maxAttempts, cron }) =>
      cron === undefined
        ? []
        : [
            {
              task: name,
              match: cron,
              identifier: name,
              options: { maxAttempts, jobKey: name, queueName: name },
            },
          ],
    ),
  );
}
