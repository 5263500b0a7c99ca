import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Measured } from './measured.ts';

const TICK_MS = 5;
const PATIENCE_MS = 120_000;

/** Waits until no webhook is undelivered and no job is due. @throws when that takes too long. */
export async function quiet({ pool, shopper }: Measured): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await shopper.undelivered()) > 0 || (await dueJobs(pool)) > 0) {
    if (Date.now() > deadline) throw new Error('The shop does not come to rest');
    await delay(TICK_MS);
  }
}

/** Jobs that run or are due. */
export async function dueJobs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ due: number }>({
    name: 'bench.due',
    text: `SELECT count(*)::int AS due FROM graphile_worker._private_jobs
      WHERE locked_at IS NOT NULL OR run_at <= now()`,
  });
  return rows[0]?.due ?? 0;
}
