import { type Database } from '../../db/client.ts';
import { statement } from '../../db/statement.ts';
import { KEYED } from './keyed.ts';

const removeSuperseded = statement('worker.removeSuperseded')<{ scheduled: readonly string[] }>(
  `DELETE FROM graphile_worker._private_jobs j
   USING graphile_worker._private_tasks t
   WHERE t.id = j.task_id AND j.key IS NULL AND j.locked_at IS NULL
     AND j.attempts >= j.max_attempts
     AND (j.flags ? '${KEYED}' OR t.identifier = ANY (:scheduled::text[]))`,
);

/**
 * Removes jobs that failed, or died with their worker, after another was queued under their key:
 * that one does their work, so no one needs to look at these.
 * @param scheduled names of scheduled jobs, which are queued under their name.
 */
export async function removeSupersededJobs(
  database: Database,
  scheduled: readonly string[],
): Promise<void> {
  await database.execute(removeSuperseded, { scheduled });
}
