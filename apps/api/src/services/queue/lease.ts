import { type Database } from '../../db/client.ts';
import { statement, type None } from '../../db/statement.ts';
import { createSession } from '../../db/session.ts';
import type { Logger } from '../../utils/logger.ts';

/** First half of the advisory locks by which workers show that they are alive. */
const LEASE_LOCK = 72_707_370;

/** Shows the other workers that this one is alive. */
interface Lease {
  /** Takes the lock of the pool (its id is in `locked_by` of the jobs it runs). */
  hold(poolId: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A lease is an advisory lock of a separate session: it ends with the process, however that ends.
 */
export function createLease(url: string, logger: Pick<Logger, 'warn' | 'info'>): Lease {
  let poolId = '';
  const session = createSession({
    url,
    purpose: 'job-lease',
    logger,
    async prepare(client) {
      // A machine that vanished is noticed within a minute, not after the kernel's two hours.
      await client.query('SET tcp_keepalives_idle = 30');
      await client.query('SET tcp_keepalives_interval = 10');
      await client.query('SET tcp_keepalives_count = 3');
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LEASE_LOCK, poolId]);
    },
  });
  return {
    async hold(id) {
      poolId = id;
      await session.start();
    },
    close: () => session.close(),
  };
}

/** The locks are released at the end of the statement. */
const unlockOrphans = statement('worker.unlockOrphans')<
  None,
  { workers: string[]; force_unlock_workers: unknown }
>(
  `WITH holder AS MATERIALIZED (
     SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
   ), dead AS MATERIALIZED (
     SELECT locked_by FROM holder WHERE pg_try_advisory_xact_lock(${LEASE_LOCK}, hashtext(locked_by))
   ), list AS (
     SELECT array_agg(locked_by) AS workers FROM dead HAVING count(*) > 0
   )
   SELECT workers, graphile_worker.force_unlock_workers(workers) FROM list`,
);

/**
 * Frees the jobs that a dead worker had started, so that they run again (the attempt counts).
 * Without this they would stay locked for the four hours after which the library frees them.
 * @returns the ids of the dead workers' pools.
 */
export async function unlockJobsOfDeadWorkers(database: Database): Promise<string[]> {
  const [row] = await database.query(unlockOrphans);
  return row?.workers ?? [];
}
