import { statement, type Database } from '../../db/client.ts';

/**
 * The library knows no way to say "never again" of a job that is running; its own function for it
 * skips locked jobs. Without attempts left, the failure that follows is the last. Their number stays,
 * so that the job has all of them anew when staff have put right what it failed of.
 */
const spendAttempts = statement(
  'worker.failForGood',
  `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE id = $1::bigint`,
);

/** Makes the attempt that is running the job's last one. */
export async function makeLastAttempt(database: Database, jobId: string): Promise<void> {
  await database.execute(spendAttempts, [jobId]);
}

const reschedule = statement(
  'worker.handBack',
  `SELECT job.id FROM graphile_worker.reschedule_jobs(
     ARRAY[$1::bigint], run_at => now(), attempts => $2::int
   ) AS job`,
);

/** Lets another worker begin at once with a job that this one let go of unfinished; the attempt does not count. */
export async function handBack(
  database: Database,
  jobId: string,
  attemptsBefore: number,
): Promise<void> {
  await database.execute(reschedule, [jobId, attemptsBefore]);
}
