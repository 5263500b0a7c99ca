import { statement } from '../../db/client.ts';
import { idRangeSql } from '../../utils/page.ts';

export type WorkflowKind = 'checkout' | 'refund';
export type WorkflowState =
  'running' | 'waiting' | 'succeeded' | 'compensated' | 'needs_person' | 'abandoned';
export type StepState = 'running' | 'done' | 'failed' | 'compensated';

export interface WorkflowStep {
  name: string;
  state: StepState;
  attempts: number;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
}

export interface Workflow {
  id: string;
  kind: WorkflowKind;
  /** The order's id, or the refund's. */
  subjectId: string;
  state: WorkflowState;
  step: string;
  attempts: number;
  deadlineAt: Date | null;
  lastError: string | null;
  createdAt: Date;
  updatedAt: Date;
  steps: WorkflowStep[];
}

const columns = `w.id, w.kind, w.subject_id AS "subjectId", w.state, w.step, w.attempts,
  w.deadline_at AS "deadlineAt", w.last_error AS "lastError", w.created_at AS "createdAt",
  w.updated_at AS "updatedAt",
  (SELECT coalesce(json_agg(json_build_object('name', s.name, 'state', s.state,
      'attempts', s.attempts, 'error', s.error, 'startedAt', s.started_at,
      'finishedAt', s.finished_at) ORDER BY s.started_at, s.finished_at NULLS LAST), '[]'::json)
   FROM workflow_steps s WHERE s.workflow_id = w.id) AS steps`;

/** $4 is the states that are wanted (null: all), $5 whether only those past their deadline, $6 the kind, $7 the subject. */
export const selectWorkflows = statement<Workflow>(
  'workflows.list',
  `SELECT ${columns} FROM workflows w
   WHERE ($4::text[] IS NULL OR w.state::text = ANY ($4))
     AND (NOT $5::boolean OR w.deadline_at < now())
     AND ($6::text IS NULL OR w.kind = $6)
     AND ($7::text IS NULL OR w.subject_id = $7)
     AND ${idRangeSql('w.id')}`,
);

export const selectWorkflow = statement<Workflow>(
  'workflows.find',
  `SELECT ${columns} FROM workflows w WHERE w.id = $1`,
);

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

export const noteError = statement<object>(
  'workflows.noteError',
  `UPDATE workflows SET last_error = $2, updated_at = now() WHERE id = $1`,
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
