import { setTimeout as delay } from 'node:timers/promises';
import type { Agents } from './agents.ts';
import type { Postgres } from './postgres.ts';

const PAUSE_MS = 1000;
/** A run leaves the last minutes to the next one, because their webhooks may still be in transit. */
const AHEAD_MS = 15 * 60_000;

const enqueue = `SELECT graphile_worker.add_job('payments.reconcile', job_key => 'chaos', max_attempts => 1)`;
const finished = `SELECT id FROM reconciliations WHERE finished_at IS NOT NULL AND started_at > $1`;

/**
 * Runs the hourly reconciliation with Stripe, the only way for the shop to learn what dropped webhooks
 * reported.
 * @returns what prevents it, as text; empty when it is done.
 */
export async function reconcile(
  postgres: Postgres,
  agents: Agents,
  limitMs: number,
): Promise<string[]> {
  const [clock] = await postgres.query<{ now: Date }>('SELECT now()');
  const deadline = Date.now() + limitMs;
  try {
    while (Date.now() < deadline) {
      for (const worker of agents.alive('job worker')) worker.tell({ clockAheadMs: AHEAD_MS });
      await delay(PAUSE_MS);
      await postgres.query(enqueue);
      await delay(PAUSE_MS);
      if ((await postgres.query(finished, [clock?.now])).length > 0) return [];
    }
    return ['the reconciliation with Stripe'];
  } finally {
    for (const worker of agents.alive('job worker')) worker.tell({ clockAheadMs: 0 });
  }
}
