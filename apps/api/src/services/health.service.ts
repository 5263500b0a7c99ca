import type { Database } from '../db/client.ts';
import { checkDatabase, type Check } from './health/checkDatabase.ts';
import { createWriteProbe } from './health/writeProbe.ts';

export type { Check } from './health/checkDatabase.ts';

export type HealthService = ReturnType<typeof createHealthService>;

interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

/** Whether this process can do its work: the database (which must take writes), migrations and queue. */
export function createHealthService(database: Database) {
  const draining = new AbortController();
  let expectedMigrations: readonly string[] = [];
  const deps = { database, writeProblem: createWriteProbe(database) };

  return {
    async ready(): Promise<Readiness> {
      const checks: Record<string, Check> = draining.signal.aborted
        ? { process: { problem: 'shutting down' } }
        : await checkDatabase(deps, expectedMigrations);
      return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
    },
    /** The migrations without which this code does not work. */
    expectMigrations(names: readonly string[]) {
      expectedMigrations = names;
    },
    /** From now on the process is not ready: a balancer stops sending, while requests in flight finish. */
    startDraining() {
      draining.abort();
    },
    /** Aborted by the beginning of draining. */
    draining: draining.signal,
  };
}
