import { statement } from '../../db/statement.ts';
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

/** An `IdRange` of numbers. */
export const selectJobs = statement('jobs.list')<
  { id: string | null; isBack: boolean; take: number; state: string | null; name: string | null },
  QueuedJob
>(
  `SELECT ${columns} FROM ${jobs} AS jobs
   WHERE (:state::text IS NULL OR state = :state) AND (:name::text IS NULL OR name = :name)
     AND (:id::text IS NULL OR CASE WHEN :isBack::boolean THEN jobs.id > :id::bigint
       ELSE jobs.id < :id::bigint END)
   ORDER BY CASE WHEN :isBack::boolean THEN jobs.id END, jobs.id DESC LIMIT :take::int`,
);

export const selectJob = statement('jobs.find')<{ id: string }, QueuedJob>(
  `SELECT ${columns} FROM ${jobs} AS jobs WHERE id = :id::text::bigint`,
);

/** At once, with all its attempts; no row for one that a worker holds. */
export const rescheduleJob = statement('jobs.retry')<{ id: string }, { id: string }>(
  `SELECT id::text AS id
   FROM graphile_worker.reschedule_jobs(ARRAY[:id::text::bigint], run_at => now(), attempts => 0)`,
);

/** No row for one that a worker holds. */
export const completeJob = statement('jobs.discard')<{ id: string }, { id: string }>(
  `SELECT id::text AS id FROM graphile_worker.complete_jobs(ARRAY[:id::text::bigint])`,
);
