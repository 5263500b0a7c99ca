import type { Database } from '../db/client.ts';
import { statement } from '../db/client.ts';

export type HealthService = ReturnType<typeof createHealthService>;

export type Check = 'ok' | { problem: string };

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

const readiness = statement<{ migrations: string[]; queue: boolean }>(
  'health.readiness',
  `SELECT
     ARRAY(SELECT migration_name::text FROM _prisma_migrations
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
     to_regprocedure('graphile_worker.add_jobs(graphile_worker.job_spec[], boolean)') IS NOT NULL AS queue`,
);

/** Whether this process can do its work: database, migrations and queue, in one statement. */
export function createHealthService(database: Database) {
  let draining = false;
  let expectedMigrations: readonly string[] = [];

  async function ready(): Promise<Readiness> {
    const checks: Record<string, Check> = draining
      ? { process: { problem: 'shutting down' } }
      : await databaseChecks();
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  async function databaseChecks(): Promise<Record<string, Check>> {
    try {
      const [row] = await database.query(readiness);
      const missing = expectedMigrations.filter((name) => !row?.migrations.includes(name));
      return {
        database: 'ok',
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
