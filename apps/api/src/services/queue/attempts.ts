import { setTimeout as delay } from 'node:timers/promises';
import { type Database } from '../../db/client.ts';
import { statement } from '../../db/statement.ts';
import { isOutage } from '../../db/errors.ts';

/**
 * The library cannot mark a running job as never to retry; its own function for that skips locked
 * jobs. Without attempts left, the failure that follows is the last. Their maximum stays, so that
 * the job has all of them again when staff retry it.
 */
const spendAttempts = statement('worker.exhaustAttempts')<{ jobId: string }>(
  `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE id = :jobId::text::bigint`,
);

/** Makes the attempt that is running the job's last one. */
export async function spendRemainingAttempts(database: Database, jobId: string): Promise<void> {
  await database.execute(spendAttempts, { jobId });
}

/** Seconds until a job that met an outage is tried again, beside the library's own pause. */
const OUTAGE_PAUSE_SECONDS = 5;

const returnAttempt = statement('worker.returnAttempt')<{ jobId: string }>(
  `UPDATE graphile_worker._private_jobs
   SET attempts = greatest(attempts - 1, 0),
       run_at = greatest(run_at, now() + ${OUTAGE_PAUSE_SECONDS} * interval '1 second')
   WHERE id = :jobId::text::bigint`,
);

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Restores the attempt of a running job that an outage interrupted, and retries until the database
 * accepts it or the worker stops: until then no failure can be recorded and no other job can run.
 * @throws what is no outage.
 */
export async function restoreAttempt(
  database: Database,
  jobId: string,
  stopping: AbortSignal,
): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await database.execute(returnAttempt, { jobId });
      return;
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
    await delay(pause, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return;
  }
}

const reschedule = statement('worker.returnJob')<{ jobId: string; attemptsBefore: number }>(
  `SELECT job.id FROM graphile_worker.reschedule_jobs(
     ARRAY[:jobId::text::bigint], run_at => now(), attempts => :attemptsBefore::int
   ) AS job`,
);

/**
 * Returns an unfinished job, so that another worker can start it at once; the attempt does not
 * count.
 */
export async function returnJob(
  database: Database,
  jobId: string,
  attemptsBefore: number,
): Promise<void> {
  await database.execute(reschedule, { jobId, attemptsBefore });
}
