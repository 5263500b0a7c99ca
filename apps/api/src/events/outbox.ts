import { statement } from '../db/client.ts';
import type { Context } from '../utils/context.ts';
import { newId } from '../utils/ids.ts';
import type { EventPayload, EventType } from './eventMap.ts';
import { subscribers } from './subscribers.ts';

/** The event's row and a job for each subscriber: one statement, so neither can be without the other. */
const insertEvent = statement(
  'events.emit',
  `WITH event AS (
     INSERT INTO events (id, type, payload, request_id) VALUES ($1, $2, $3::jsonb, $4)
   )
   SELECT job.id
   FROM unnest($5::text[], $6::int[]) AS subscriber (job_name, max_attempts)
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => subscriber.job_name,
     payload => json_build_object('eventId', $1::text, 'type', $2::text, 'payload', $3::jsonb),
     max_attempts => subscriber.max_attempts
   ) AS job`,
);

/**
 * Tells every durable subscriber of something that happened, in the transaction in which it
 * happens: both are committed, or neither.
 * @returns the event's id.
 * @throws when `ctx` is not in a transaction.
 */
export async function emit<T extends EventType>(
  ctx: Context,
  type: T,
  payload: EventPayload<T>,
): Promise<string> {
  if (!ctx.db.isTransaction) {
    throw new Error(`${type} was emitted outside the transaction of the change it tells of`);
  }
  const id = newId('event');
  const interested = subscribers.filter(({ events }) => events.includes(type));
  await ctx.db.execute(insertEvent, [
    id,
    type,
    JSON.stringify(payload),
    ctx.requestId,
    interested.map(({ job }) => job.name),
    interested.map(({ job }) => job.maxAttempts),
  ]);
  return id;
}
