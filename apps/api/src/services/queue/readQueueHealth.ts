import { statement, type None } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** How the queue is doing. */
export interface QueueHealth {
  /** Age of the oldest job that is due and waits for a worker; 0 when none waits. */
  oldestDueSeconds: number;
  /** Jobs that are due and wait. */
  due: number;
  /** Dead jobs, for someone to look at. */
  dead: number;
}

const selectHealth = statement('queue.health')<None, { oldest: number; due: number; dead: number }>(
  `SELECT
     coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE is_due)), 0)::float8 AS oldest,
     count(*) FILTER (WHERE is_due) AS due,
     count(*) FILTER (WHERE is_dead) AS dead
   FROM (
     SELECT run_at,
            locked_at IS NULL AND attempts < max_attempts AND run_at <= now() AS is_due,
            locked_at IS NULL AND attempts >= max_attempts AS is_dead
     FROM graphile_worker.jobs
   ) AS jobs`,
);

/** @throws when the database or the queue's tables do not answer. */
export async function readQueueHealth({ db }: Pick<Context, 'db'>): Promise<QueueHealth> {
  const [row] = await db.query(selectHealth);
  return {
    oldestDueSeconds: Math.max(0, row?.oldest ?? 0),
    due: row?.due ?? 0,
    dead: row?.dead ?? 0,
  };
}
