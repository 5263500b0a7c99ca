import { statement, type Database } from '../../db/client.ts';
import { KEYED } from './keyed.ts';

const removeSuperseded = statement<{ id: string }>(
  'worker.removeSuperseded',
  `DELETE FROM graphile_worker._private_jobs j
   USING graphile_worker._private_tasks t
   WHERE t.id = j.task_id AND j.key IS NULL AND j.locked_at IS NULL
     AND j.attempts >= j.max_attempts
     AND (j.flags ? '${KEYED}' OR t.identifier = ANY ($1::text[]))`,
);

/**
 * Removes jobs that failed, or died with their worker, after another was queued under their key: that
 * one does their work, and nobody is to look after these.
 * @param scheduled names of the jobs of the clock, which are queued under their name.
 */
export async function removeSupersededJobs(
  database: Database,
  scheduled: readonly string[],
): Promise<void> {
  await database.execute(removeSuperseded, [scheduled]);
}
