import { statement } from '../../db/client.ts';

/**
 * Keeps an event and queues its job: one statement, so neither can be without the other. An event
 * that is kept already (Stripe delivers more than once) changes nothing. One that nobody acts on
 * (not $9) is done with at once: a job for it would be the greater part of its cost.
 */
export const keepEvent = statement<{ id: string }>(
  'webhooks.keep',
  `WITH kept AS (
     INSERT INTO stripe_events (id, type, payload, object_id, livemode, account, processed_at, outcome)
     VALUES ($1, $2, $3, $6, $7, $8, CASE WHEN NOT $9::boolean THEN now() END,
       CASE WHEN NOT $9 THEN 'unused' END)
     ON CONFLICT (id) DO NOTHING
     RETURNING id
   )
   SELECT kept.id
   FROM (SELECT id FROM kept WHERE $9) AS kept
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => $4::text,
     payload => json_build_object('eventId', kept.id),
     max_attempts => $5::int
   ) AS job`,
);

export const findEvent = statement<{
  type: string;
  objectId: string | null;
  livemode: boolean;
  account: string | null;
  processedAt: Date | null;
}>(
  'webhooks.find',
  `SELECT type, object_id AS "objectId", livemode, account, processed_at AS "processedAt"
   FROM stripe_events WHERE id = $1`,
);

export const markProcessed = statement<object>(
  'webhooks.processed',
  `UPDATE stripe_events SET processed_at = now(), outcome = 'acted_on'
   WHERE id = $1 AND processed_at IS NULL`,
);

/** Not acted on, for a reason that no later try changes: it is of another system, account or mode. */
export const markNotOurs = statement<object>(
  'webhooks.notOurs',
  `UPDATE stripe_events SET processed_at = now(), outcome = 'not_ours', last_error = $2
   WHERE id = $1 AND processed_at IS NULL`,
);

export const noteFailure = statement<object>(
  'webhooks.failed',
  `UPDATE stripe_events SET attempts = attempts + 1, last_error = $2
   WHERE id = $1 AND processed_at IS NULL`,
);

/** Whether no job of this name is there for the event `e`: neither waiting, nor running, nor dead. */
const hasNoJob = (name: string) => `NOT EXISTS (
     SELECT FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = ${name} AND j.payload ->> 'eventId' = e.id)`;

/** What staff have discarded the job of is not to be acted on. */
export const closeDiscarded = statement<object>(
  'webhooks.closeDiscarded',
  `UPDATE stripe_events e SET processed_at = now(), outcome = 'given_up',
     last_error = 'given up by staff: ' || a.reason
   FROM audit_entries a
   WHERE e.processed_at IS NULL AND a.action = 'job.discard'
     AND a.details -> 'payload' ->> 'eventId' = e.id AND ${hasNoJob('$1')}`,
);

/** Gives events that are to be acted on and have lost their job another one. */
export const requeueLost = statement<{ id: string }>(
  'webhooks.requeue',
  `SELECT e.id
   FROM (
     SELECT id FROM stripe_events e
     WHERE e.processed_at IS NULL AND ${hasNoJob('$1')}
     ORDER BY e.received_at LIMIT $3
   ) AS e
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => $1::text,
     payload => json_build_object('eventId', e.id),
     max_attempts => $2::int
   ) AS job`,
);
