import { localProvider } from '../../domains/payments.enums.ts';
import { subscribers } from '../../events/subscribers.ts';
import { isDiscardOf, isPayloadOf } from '../webhooks/sql.ts';
import type { Check } from './check.ts';
import { jobsNamed } from './queuedJobs.ts';

const localNames = Object.values(localProvider)
  .map((name) => `'${name}'`)
  .join(', ');

/** The outbox, the providers' events, and the queue that carries both. */
export const eventChecks: readonly Check[] = [
  {
    // A subscriber that joined later is not owed earlier events: its first dispatched event is
    // where its duty begins.
    id: 'E1',
    title: 'Every event has reached each durable subscriber.',
    cheap: false,
    sql: `WITH subscriber AS (
            SELECT * FROM jsonb_to_recordset(:subscribers::jsonb) AS s (consumer text, events text[])
          ), first AS (
            SELECT t.consumer, min(e.created_at) AS at
            FROM event_consumptions t JOIN events e ON e.id = t.event_id GROUP BY t.consumer
          )
          SELECT e.id, CASE WHEN t.event_id IS NULL
            THEN format('%s never reached %s', e.type, s.consumer) END
          FROM subscriber s
          JOIN first f ON f.consumer = s.consumer
          JOIN events e ON e.type = ANY (s.events) AND e.created_at >= f.at
          LEFT JOIN event_consumptions t ON t.consumer = s.consumer AND t.event_id = e.id`,
    parameters: {
      subscribers: JSON.stringify(
        subscribers.map(({ consumer, events }) => ({ consumer, events })),
      ),
    },
  },
  {
    // One whose job staff have discarded is closed by webhooks.requeue.
    id: 'E2',
    title:
      'Every event of a payment provider that was kept has been acted on, or a job will do so.',
    cheap: true,
    sql: `SELECT e.id, CASE WHEN j.payload IS NULL THEN format('%s, and no job', e.type) END
          FROM provider_events e
          LEFT JOIN (${jobsNamed("'webhooks.process'")}) j ON ${isPayloadOf('j.payload')}
          WHERE e.processed_at IS NULL
            AND NOT EXISTS (SELECT FROM audit_entries a WHERE ${isDiscardOf})`,
  },
  {
    // Only payments of remote providers have jobs; staff pay back manual payments.
    id: 'E3',
    title: 'Every pending transfer of a refund has a job.',
    cheap: true,
    sql: `SELECT t.id, CASE WHEN j.payload IS NULL AND t.updated_at < now() - interval '15 minutes'
            THEN format('pending since %s, and no job', to_char(t.updated_at, 'YYYY-MM-DD HH24:MI TZ')) END
          FROM refund_transfers t
          JOIN payments p ON p.id = t.payment_id AND p.provider NOT IN (${localNames})
          LEFT JOIN (${jobsNamed("'payments.refund'")}) j ON coalesce(j.payload ->> 'allocationId', j.payload ->> 'refundId') = t.id
          WHERE t.status = 'pending'`,
  },
  {
    // What runs by the clock, whose key is its name, is replaced when it is due again.
    id: 'J1',
    title: 'No job is dead.',
    cheap: true,
    sql: `SELECT id::text, CASE WHEN locked_at IS NULL AND attempts >= max_attempts
              AND key IS DISTINCT FROM task_identifier
            THEN format('%s, %s attempts: %s', task_identifier, attempts, left(last_error, 200)) END
          FROM graphile_worker.jobs`,
  },
];
