import { isDiscardOf, isPayloadOf } from './sql.ts';
import { statement } from '../../db/statement.ts';
import { ERASED_TEXT } from '../../kernel/erased.ts';
import type { EventOutcome } from '../../domains/webhooks.enums.ts';

const outcome = (of: EventOutcome) => `'${of}'`;

/**
 * Keeps an event and queues its job: one statement, so neither can be without the other. An event
 * that is kept already (providers deliver more than once) changes nothing. One that changes nothing
 * here (not `isActedOn`) is closed at once: a job would be most of its cost.
 */
export const storeEvent = statement('webhooks.store')<
  {
    provider: string;
    id: string;
    type: string;
    objectId: string | null;
    payload: string;
    job: string;
    maxAttempts: number;
    isActedOn: boolean;
  },
  { id: string }
>(
  `WITH kept AS (
     INSERT INTO provider_events (provider, id, type, object_id, payload, processed_at, outcome)
     VALUES (:provider, :id, :type, :objectId, :payload, CASE WHEN NOT :isActedOn::boolean THEN now() END,
       CASE WHEN NOT :isActedOn THEN ${outcome('unused')} END)
     ON CONFLICT (provider, id) DO NOTHING
     RETURNING id, provider
   )
   SELECT kept.id
   FROM (SELECT id, provider FROM kept WHERE :isActedOn) AS kept
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => :job::text,
     payload => json_build_object('eventId', kept.id, 'provider', kept.provider),
     max_attempts => :maxAttempts::int
   ) AS job`,
);

export const findEvent = statement('webhooks.find')<
  { provider: string; id: string },
  { payload: string; processedAt: Date | null }
>(
  `SELECT payload, processed_at AS "processedAt"
   FROM provider_events WHERE provider = :provider AND id = :id`,
);

/** @param isPersonal whether its payload is forgotten. */
export const markProcessed = statement('webhooks.processed')<{
  provider: string;
  id: string;
  isPersonal: boolean;
}>(
  `UPDATE provider_events SET processed_at = now(), outcome = ${outcome('acted_on')},
     payload = CASE WHEN :isPersonal::boolean THEN '${ERASED_TEXT}' ELSE payload END
   WHERE provider = :provider AND id = :id AND processed_at IS NULL`,
);

/** Not acted on, for a reason that no later try changes: it is of another system, account or mode. */
export const markForeign = statement('webhooks.markForeign')<{
  provider: string;
  id: string;
  why: string;
}>(
  `UPDATE provider_events SET processed_at = now(), outcome = ${outcome('not_ours')}, last_error = :why
   WHERE provider = :provider AND id = :id AND processed_at IS NULL`,
);

export const recordFailure = statement('webhooks.failed')<{
  provider: string;
  id: string;
  why: string;
}>(
  `UPDATE provider_events SET attempts = attempts + 1, last_error = :why
   WHERE provider = :provider AND id = :id AND processed_at IS NULL`,
);

/** Whether no job of this name is there for the event `e`: neither waiting, nor running, nor dead. */
const hasNoJob = (name: string) => `NOT EXISTS (
     SELECT FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = ${name} AND ${isPayloadOf('j.payload')})`;

/** What staff have discarded the job of is not to be acted on. */
export const closeDiscarded = statement('webhooks.closeDiscarded')<{ job: string }>(
  `UPDATE provider_events e SET processed_at = now(), outcome = ${outcome('given_up')},
     last_error = 'discarded by staff: ' || a.reason
   FROM audit_entries a
   WHERE e.processed_at IS NULL AND ${isDiscardOf} AND ${hasNoJob(':job')}`,
);

/** Gives events that are to be acted on and have lost their job another one. */
export const requeueEvents = statement('webhooks.requeue')<
  { job: string; maxAttempts: number; limit: number },
  { provider: string; id: string }
>(
  `SELECT e.provider, e.id
   FROM (
     SELECT provider, id FROM provider_events e
     WHERE e.processed_at IS NULL AND ${hasNoJob(':job')}
     ORDER BY e.received_at LIMIT :limit
   ) AS e
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => :job::text,
     payload => json_build_object('eventId', e.id, 'provider', e.provider),
     max_attempts => :maxAttempts::int
   ) AS job`,
);
