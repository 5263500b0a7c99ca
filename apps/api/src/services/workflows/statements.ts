import { statement } from '../../db/statement.ts';
import type { Workflow } from './findWorkflows.ts';

export const abandonWorkflow = statement('workflows.abandon')<{ id: string }>(
  `UPDATE workflows SET state = 'abandoned', deadline_at = NULL, updated_at = now()
   WHERE id = :id AND state IN ('running', 'waiting', 'needs_person', 'compensated')`,
);

/**
 * Claims workflows that are past their deadline and postpones each by one minute, then two, four,
 * up to an hour, so that no other sweeper claims it in between and it returns if it has not moved.
 */
export const claimOverdue = statement('workflows.claimOverdue')<
  { limit: number },
  Pick<Workflow, 'id' | 'kind' | 'subjectId' | 'attempts'>
>(
  `UPDATE workflows SET attempts = attempts + 1, updated_at = now(),
     deadline_at = now() + least(2 ^ attempts, 60) * interval '1 minute'
   WHERE id IN (
     SELECT id FROM workflows
     WHERE state IN ('running', 'waiting') AND deadline_at < now()
     ORDER BY deadline_at LIMIT :limit
     FOR UPDATE SKIP LOCKED
   )
   RETURNING id, kind, subject_id AS "subjectId", attempts`,
);

/** Records why the last attempt failed. */
export const recordError = statement('workflows.recordError')<{ id: string; error: string }>(
  `UPDATE workflows SET last_error = :error, updated_at = now() WHERE id = :id`,
);

/** Gives the party that it waits for more time. */
export const postpone = statement('workflows.postpone')<{ id: string; seconds: number }>(
  `UPDATE workflows SET attempts = 0, updated_at = now(),
     deadline_at = now() + :seconds::int * interval '1 second'
   WHERE id = :id AND state IN ('running', 'waiting')`,
);

/** Marks it as needing a person. @returns a row only when it was not marked before. */
export const escalate = statement('workflows.escalate')<
  { kind: string; subjectId: string; why: string | null },
  { id: string }
>(
  `UPDATE workflows SET state = 'needs_person', last_error = coalesce(:why, last_error),
     deadline_at = NULL, updated_at = now()
   WHERE kind = :kind AND subject_id = :subjectId AND state IN ('running', 'waiting')
   RETURNING id`,
);

/** Resumes one at the request of staff. @returns a row only when it has not ended. */
export const resume = statement('workflows.resume')<{ id: string }, { id: string }>(
  `UPDATE workflows SET attempts = 0, updated_at = now(), deadline_at = now() + interval '1 minute',
     state = CASE WHEN state = 'needs_person' THEN 'running' ELSE state END
   WHERE id = :id AND state IN ('running', 'waiting', 'needs_person')
   RETURNING id`,
);
