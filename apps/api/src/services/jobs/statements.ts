import { statement } from '../../db/client.ts';
import type { JobState } from '../../domains/jobs.enums.ts';

export interface QueuedJob {
  id: string;
  name: string;
  state: JobState;
  payload: unknown;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * The library's tables as one state: `running` is held by a worker, `dead` has no attempts left,
 * `failing` waits for its next attempt after a failure, `scheduled` is for later.
 */
const jobs = `(
  SELECT j.id, t.identifier AS name, j.payload, j.attempts, j.max_attempts AS "maxAttempts",
    j.last_error AS "lastError", j.run_at AS "runAt", j.created_at AS "createdAt",
    j.updated_at AS "updatedAt", j.is_available, j.locked_at,
    CASE
      WHEN j.locked_at IS NOT NULL THEN 'running'
      WHEN j.attempts >= j.max_attempts THEN 'dead'
      WHEN j.attempts > 0 THEN 'failing'
      WHEN j.run_at > now() THEN 'scheduled'
      ELSE 'waiting'
    END AS state
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
)`;

const columns = `id::text AS id, name, state, payload, attempts, "maxAttempts", "lastError", "runAt",
  "createdAt", "updatedAt"`;

/** $1 to $3 are an `IdRange` of numbers: id, isBack, take; $4 is the state that is wanted, $5 the name. */
export const selectJobs = statement<QueuedJob>(
  'jobs.list',
  `SELECT ${columns} FROM ${jobs} AS jobs
   WHERE ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR name = $5)
     AND ($1::bigint IS NULL OR CASE WHEN $2::boolean THEN jobs.id > $1 ELSE jobs.id < $1 END)
   ORDER BY CASE WHEN $2::boolean THEN jobs.id END, jobs.id DESC LIMIT $3::int`,
);

export const selectJob = statement<QueuedJob>(
  'jobs.find',
  `SELECT ${columns} FROM ${jobs} AS jobs WHERE id = $1::bigint`,
);

/** At once, with all its attempts; no row for one that a worker holds. */
export const retryJob = statement<{ id: string }>(
  'jobs.retry',
  `SELECT id::text AS id
   FROM graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now(), attempts => 0)`,
);

/** No row for one that a worker holds. */
export const discardJob = statement<{ id: string }>(
  'jobs.discard',
  `SELECT id::text AS id FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])`,
);
