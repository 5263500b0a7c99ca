import { setTimeout as delay } from 'node:timers/promises';
import type { Postgres } from './postgres.ts';
import type { Stripe } from './stripe.ts';

const PAUSE_MS = 1000;

/** Unfinished work, by kind. Workers remove failed jobs that newer ones replace. */
const unrest = `
  SELECT 'pending orders' AS what, count(*)::int AS count FROM orders WHERE status = 'pending'
  UNION ALL
  SELECT 'pending refunds', count(*)::int FROM refund_transfers WHERE status = 'pending'
  UNION ALL
  SELECT 'refunds that wait for no dispute', count(*)::int FROM refund_transfers t
  WHERE status = 'waiting' AND NOT EXISTS (SELECT FROM disputes d
    WHERE d.payment_id = t.payment_id AND d.closed_at IS NULL)
  UNION ALL
  SELECT 'unprocessed events', count(*)::int FROM provider_events WHERE processed_at IS NULL
  UNION ALL
  SELECT 'jobs', count(*)::int FROM graphile_worker.jobs WHERE attempts < max_attempts
  UNION ALL
  SELECT 'jobs that have failed', count(*)::int FROM graphile_worker.jobs
  WHERE attempts >= max_attempts AND locked_at IS NULL`;

/**
 * Makes postponed work due now: a reservation's expiry, the back-off of a job, the next scheduled
 * job. A few days would have the same effect.
 */
const makeWorkDue = [
  `UPDATE orders SET expires_at = least(expires_at, now()), look_at = now()
   WHERE status = 'pending' AND look_at > now()`,
  `UPDATE graphile_worker._private_jobs SET run_at = now()
   WHERE run_at > now() AND locked_at IS NULL AND attempts < max_attempts`,
  // Refunds that waited for a dispute which is decided now.
  `UPDATE workflows w SET deadline_at = now() FROM refunds r
   WHERE w.kind = 'refund' AND w.subject_id = r.id AND r.status = 'waiting' AND w.deadline_at > now()
     AND w.attempts < 4`,
  `SELECT graphile_worker.add_job(
     'workflows.sweep', queue_name => 'workflows.sweep', job_key => 'workflows.sweep', max_attempts => 1)`,
  `SELECT graphile_worker.add_job(
     'orders.expire', queue_name => 'orders.expire', job_key => 'orders.expire', max_attempts => 1)`,
];

/**
 * After the last fault: waits until nothing is in progress, neither in the shop nor at Stripe.
 * @returns what still is at the time limit, as text; empty when the shop is idle.
 */
export async function settle(
  postgres: Postgres,
  stripe: Stripe,
  limitMs: number,
): Promise<string[]> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const left = await unsettled(postgres, stripe).catch((error: unknown) => [String(error)]);
    if (left.length === 0 || Date.now() > deadline) return left;
    for (const text of makeWorkDue) await postgres.query(text).catch(() => undefined);
    await delay(PAUSE_MS);
  }
}

async function unsettled(postgres: Postgres, stripe: Stripe): Promise<string[]> {
  const rows = await postgres.query<{ what: string; count: number }>(unrest);
  const processing = (await stripe.intents()).filter(({ status }) => status === 'processing');
  const young = Date.now() / 1000 - (2 * stripe.settleMs) / 1000;
  const undecided = (await stripe.refunds()).filter(({ created }) => created > young);
  const waiting = await stripe.control<unknown[]>('GET', 'deliveries?state=pending');
  return [
    ...rows,
    { what: 'payments that Stripe processes', count: processing.length },
    { what: 'refunds that may still fail', count: undecided.length },
    { what: 'webhooks to be delivered', count: waiting.length },
  ].flatMap(({ what, count }) => (count > 0 ? [`${count} ${what}`] : []));
}
