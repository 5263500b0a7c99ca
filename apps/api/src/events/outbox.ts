import { statement } from '../db/statement.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import type { EventPayload, EventType } from './eventMap.ts';
import { subscribers } from './subscribers.ts';

/**
 * Writes the event, a job for each subscriber, and the record of its dispatch in one statement, so
 * that none exists without the others. `event_consumptions` holds dispatches, not what handlers have
 * done: see docs/adr/0021.
 */
const insertEvent = statement('events.emit')<{
  id: string;
  type: string;
  payload: string;
  requestId: string;
  jobs: string;
  consumers: readonly string[];
}>(
  `WITH event AS (
     INSERT INTO events (id, type, payload, request_id) VALUES (:id, :type, :payload::jsonb, :requestId)
   ), request AS (
     SELECT * FROM json_to_recordset(:jobs::json) AS request (
       job text, payload json, "runAt" timestamptz, "maxAttempts" int, priority int
     )
   ), dispatched AS (
     INSERT INTO event_consumptions (consumer, event_id) SELECT unnest(:consumers::text[]), :id
   )
   SELECT job.id
   FROM request
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => request.job,
     payload => request.payload,
     run_at => request."runAt",
     max_attempts => request."maxAttempts",
     priority => request.priority
   ) AS job`,
);

/**
 * Emits an event to every durable subscriber, in the transaction of the change: both are committed,
 * or neither.
 * @returns the event's id.
 * @throws when `ctx` is not in a transaction.
 */
export async function emit<T extends EventType>(
  ctx: Context,
  type: T,
  payload: EventPayload<T>,
): Promise<string> {
  if (!ctx.db.isTransaction) {
    throw new Error(`${type} was emitted outside the transaction of its change`);
  }
  const event = { id: newId('event'), type, payload };
  const subscribed = subscribers.filter(({ events }) => events.includes(type));
  const jobs = subscribed.flatMap(({ job: { name, maxAttempts, priority }, toJobs }) =>
    toJobs(event).map((request) => ({ job: name, maxAttempts, priority, ...request })),
  );
  await ctx.db.execute(insertEvent, {
    id: event.id,
    type,
    payload: JSON.stringify(payload),
    requestId: ctx.requestId,
    jobs: JSON.stringify(jobs),
    consumers: subscribed.map(({ consumer }) => consumer),
  });
  return event.id;
}
