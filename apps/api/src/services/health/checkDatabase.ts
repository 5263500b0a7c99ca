import { setTimeout as delay } from 'node:timers/promises';
import { withTimeout, type Database } from '../../db/client.ts';
import { statement, type None } from '../../db/statement.ts';

export type Check = 'ok' | { problem: string };

type Checks = Record<string, Check>;

interface HealthDeps {
  database: Database;
  /** What keeps the database from accepting writes, in words. */
  writeProblem: () => Promise<string | undefined>;
}

/** Probes time out at about this time, and a slower database does not serve shoppers. */
const PATIENCE_MS = 3000;

const readiness = withTimeout(
  statement('health.readiness')<None, { migrations: string[]; queue: boolean }>(
    `SELECT
     ARRAY(SELECT migration_name::text FROM _prisma_migrations
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
     to_regprocedure('graphile_worker.add_jobs(graphile_worker.job_spec[], boolean)') IS NOT NULL AS queue`,
  ),
  PATIENCE_MS,
);

/**
 * Whether the database answers in time, takes writes, and has the queue and these migrations.
 * @param migrations the names of those without which this code does not work.
 */
export function checkDatabase(deps: HealthDeps, migrations: readonly string[]): Promise<Checks> {
  return inTime(readChecks(deps, migrations));
}

async function readChecks(
  { database, writeProblem }: HealthDeps,
  migrations: readonly string[],
): Promise<Checks> {
  try {
    const [row] = await database.query(readiness);
    const missing = migrations.filter((name) => !row?.migrations.includes(name));
    const problem = await writeProblem();
    return {
      database: problem === undefined ? 'ok' : { problem },
      migrations: missing.length === 0 ? 'ok' : { problem: `not applied: ${missing.join(', ')}` },
      queue: row?.queue ? 'ok' : { problem: "the queue's tables are missing" },
    };
  } catch {
    return { database: { problem: 'does not answer, or was never migrated' } };
  }
}

/** The status so far: waiting for a connection may take longer than a probe waits. */
async function inTime(checks: Promise<Checks>): Promise<Checks> {
  const answered = new AbortController();
  const late = delay(PATIENCE_MS, { database: { problem: 'does not answer in time' } } as const, {
    signal: answered.signal,
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([checks, late]);
  } finally {
    answered.abort();
  }
}
