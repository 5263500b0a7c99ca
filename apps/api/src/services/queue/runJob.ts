import type { JobHelpers, TaskList } from 'graphile-worker';
import type { Database } from '../../db/client.ts';
import { isDatabaseUnavailable, isOutOfResources, isRefusedData } from '../../db/errors.ts';
import { PermanentJobError } from '../../jobs/permanentJobError.ts';
import type { RunnableJob } from '../../jobs/runnableJob.ts';
import { AppError } from '../../kernel/errors.ts';
import { runWithRequestStore } from '../../kernel/requestStore.ts';
import { storageFailureOf } from '../../ports/fileStoreErrors.ts';
import { createContext } from '../../kernel/context.ts';
import { errorText } from '../../utils/errorText.ts';
import type { Logger } from '../../utils/logger.ts';
import { restoreAttempt, spendRemainingAttempts } from './attempts.ts';

/**
 * The minimum number of attempts for what the database refuses (bad data, a constraint), until it
 * refuses twice in a row for the same reason. Concurrent writes of two jobs succeed at the second
 * attempt, a row that was missing at the third; anything else would be refused for days, unseen.
 */
const TRIES_OF_REFUSED_DATA = 3;

/** How a run of a job ended. After "retry" it is tried again later; "dead" waits for a person. */
export interface JobEnd {
  job: string;
  outcome: 'done' | 'retry' | 'dead';
  durationMs: number;
}

export interface RunnerDeps<Services> {
  database: Database;
  services: Services;
  logger: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
  onJobEnd?: (end: JobEnd) => void;
}

/** What the worker itself adds. */
interface JobRun<Services> extends RunnerDeps<Services> {
  /** Aborted when the worker takes no further jobs. */
  stopping: AbortSignal;
}

/** Jobs that are being run now: id → number of this attempt. */
export type RunningJobs = Map<string, number>;

/** The jobs as the library wants them. Each keeps itself in `running` for as long as it runs. */
export function taskListOf<Services>(
  jobs: readonly RunnableJob<Services>[],
  deps: JobRun<Services>,
  running: RunningJobs,
): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown, helpers: JobHelpers) => {
        const { id, attempts } = helpers.job;
        running.set(id, attempts);
        try {
          await runJob(job, payload, helpers, deps);
        } finally {
          running.delete(id);
        }
      },
    ]),
  );
}

async function runJob<Services>(
  job: RunnableJob<Services>,
  payload: unknown,
  { job: { id, attempts, max_attempts: maxAttempts, last_error: lastError } }: JobHelpers,
  { database, services, logger, onJobEnd, stopping }: JobRun<Services>,
): Promise<void> {
  const requestId = `job_${id}`;
  const started = performance.now();
  const end = (outcome: JobEnd['outcome']) => {
    const durationMs = performance.now() - started;
    onJobEnd?.({ job: job.name, outcome, durationMs });
    return { job: job.name, jobId: id, attempt: attempts, maxAttempts, ms: Math.round(durationMs) };
  };
  await runWithRequestStore(requestId, async () => {
    try {
      const actor = { kind: 'system', id: job.name } as const;
      const ctx = { ...createContext(database, actor, requestId), stopping };
      await job.run(ctx, payload, services);
      logger.debug(`Job ${job.name} is done`, end('done'));
    } catch (error) {
      const isPermanent = isPointless(error, attempts, lastError);
      if (isPermanent) await spendRemainingAttempts(database, id);
      // Nothing is wrong with the job: however long the outage lasts, all its attempts are left.
      const isHindered =
        isDatabaseUnavailable(error) || isOutOfResources(error) || isStorageAway(error);
      if (isHindered) await restoreAttempt(database, id, stopping);
      const isDead = isPermanent || (attempts >= maxAttempts && !isHindered);
      const fields = { ...end(isDead ? 'dead' : 'retry'), error: errorText(error) };
      if (isDead) logger.error(`Job ${job.name} is dead`, fields);
      else logger.warn(`Job ${job.name} has failed and will be tried again`, fields);
      // The library records the failure and when to try again.
      throw error;
    }
  });
}

/** Whether the storage of files failed, as it says itself or as the answer to a client would. */
function isStorageAway(error: unknown): boolean {
  if (storageFailureOf(error)) return true;
  return error instanceof AppError && error.code === 'storage_unavailable';
}

/** Whether no later try can be expected to end otherwise. */
function isPointless(error: unknown, attempts: number, lastError: string | null): boolean {
  if (error instanceof PermanentJobError) return true;
  if (attempts < TRIES_OF_REFUSED_DATA || !isRefusedData(error)) return false;
  return error instanceof Error && lastError?.includes(error.message) === true;
}
