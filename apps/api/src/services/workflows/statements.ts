import { statement } from '../../db/client.ts';
import type { Workflow } from './findWorkflows.ts';

export const abandonWorkflow = statement<object>(
  'workflows.abandon',
  `UPDATE workflows SET state = 'abandoned', deadline_at = NULL, updated_at = now()
   WHERE id = $1 AND state IN ('running', 'waiting', 'needs_person', 'compensated')`,
);

/**
 * Takes workflows that are past their deadline: each is put off by one minute, then two, four, up
 * to an hour, so that no other sweeper takes it meanwhile and it comes again if it has not moved.
 */
export const claimOverdue = statement<Pick<Workflow, 'id' | 'kind' | 'subjectId' | 'attempts'>>(
  'workflows.claimOverdue',
  `UPDATE workflows SET attempts = attempts + 1, updated_at = now(),
     deadline_at = now() + least(2 ^ attempts, 60) * interval '1 minute'
   WHERE id IN (
     SELECT id FROM workflows
     WHERE state IN ('running', 'waiting') AND deadline_at < now()
     ORDER BY deadline_at LIMIT $1
     FOR UPDATE SKIP LOCKED
   )
   RETURNING id, kind, subject_id AS "subjectId", attempts`,
);

/** Whoever it waits for has more time than it thought. */
export const postpone = statement<object>(
  'workflows.postpone',
  `UPDATE workflows SET attempts = 0, updated_at = now(),
     deadline_at = now() + $2::int * interval '1 second'
   WHERE id = $1 AND state IN ('running', 'waiting')`,
);

/** A person is to look. @returns a row only when it was not so before. */
export const giveUp = statement<{ id: string }>(
  'workflows.giveUp',
  `UPDATE workflows SET state = 'needs_person', last_error = coalesce($3, last_error),
     deadline_at = NULL, updated_at = now()
   WHERE kind = $1 AND subject_id = $2 AND state IN ('running', 'waiting')
   RETURNING id`,
);

/** Takes one up again that a person has looked at. @returns a row only when it can go on. */
export const resume = statement<{ id: string }>(
  'workflows.resume',
  `UPDATE workflows SET attempts = 0, updated_at = now(), deadline_at = now() + interval '1 minute',
     state = CASE WHEN state = 'needs_person' THEN 'running' ELSE state END
   WHERE id = $1 AND state IN ('running', 'waiting', 'needs_person')
   RETURNING id`,
);
