import { setTimeout as delay } from 'node:timers/promises';
import { withTimeout, type Database } from '../db/client.ts';
import { statement, type None } from '../db/statement.ts';
import { createWriteProbe } from './health/writeProbe.ts';

export type HealthService = ReturnType<typeof createHealthService>;

export type Check = 'ok' | { problem: string };

interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, Check>>;
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

/** Whether this process can do its work: the database (which must take writes), migrations and queue. */
export function createHealthService(database: Database) {
  let draining = false;
  let expectedMigrations: readonly string[] = [];
  const writeProblem = createWriteProbe(database);

  async function ready(): Promise<Readiness> {
    const checks: Record<string, Check> = draining
      ? { process: { problem: 'shutting down' } }
      : await inTime(databaseChecks());
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  async function databaseChecks(): Promise<Record<string, Check>> {
    try {
      const [row] = await database.query(readiness);
      const missing = expectedMigrations.filter((name) => !row?.migrations.includes(name));
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

  return {
    ready,
    /** The migrations without which this code does not work. */
    expectMigrations(names: readonly string[]) {
      expectedMigrations = names;
    },
    /** From now on the process is not ready: a balancer stops sending, while requests in flight finish. */
    startDraining() {
      draining = true;
    },
  };
}

/** The status so far: waiting for a connection may take longer than a probe waits. */
async function inTime(checks: Promise<Record<string, Check>>): Promise<Record<string, Check>> {
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
