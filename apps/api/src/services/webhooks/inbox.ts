import { statement } from '../../db/client.ts';

/**
 * Keeps an event and queues its job: one statement, so neither can be without the other. An event
 * that is kept already (Stripe delivers more than once) changes nothing.
 */
export const keepEvent = statement<{ id: string }>(
  'webhooks.keep',
  `WITH kept AS (
     INSERT INTO stripe_events (id, type, payload, object_id, livemode, account)
     VALUES ($1, $2, $3, $6, $7, $8)
     ON CONFLICT (id) DO NOTHING
     RETURNING id
   )
   SELECT kept.id
   FROM kept
   CROSS JOIN LATERAL graphile_worker.add_job(
     identifier => $4::text,
     payload => json_build_object('eventId', kept.id),
     max_attempts => $5::int
   ) AS job`,
);

export const findEvent = statement<{
  type: string;
  objectId: string | null;
  processedAt: Date | null;
}>(
  'webhooks.find',
  `SELECT type, object_id AS "objectId", processed_at AS "processedAt"
   FROM stripe_events WHERE id = $1`,
);

export const markProcessed = statement<object>(
  'webhooks.processed',
  `UPDATE stripe_events SET processed_at = now() WHERE id = $1 AND processed_at IS NULL`,
);
