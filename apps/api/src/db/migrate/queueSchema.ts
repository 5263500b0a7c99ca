import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ClientBase } from 'pg';

/** The schema that graphile-worker keeps its tables in. */
const SCHEMA = 'graphile_worker';

/**
 * Whether the job queue's tables match the installed graphile-worker. Counts the library's
 * migrations instead of loading the library, which would cost each warm start a tenth of a second.
 */
export async function isQueueSchemaCurrent(client: ClientBase): Promise<boolean> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('${SCHEMA}.migrations') IS NOT NULL AS present`,
  );
  if (!tables[0]?.present) return false;
  const { rows } = await client.query<{ revision: number | null }>(
    `SELECT max(id) AS revision FROM ${SCHEMA}.migrations`,
  );
  return (rows[0]?.revision ?? 0) >= (await latestRevision());
}

/** Applies graphile-worker's migrations; the caller holds the migration lock. */
export async function migrateQueueSchema(url: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const quiet = new Logger(() => () => undefined);
  await runMigrations({ connectionString: url, schema: SCHEMA, maxPoolSize: 2, logger: quiet });
}

async function latestRevision(): Promise<number> {
  const library = createRequire(import.meta.url).resolve('graphile-worker');
  const files = await readdir(path.join(path.dirname(library), '../sql'));
  return Math.max(...files.map((file) => Number.parseInt(file, 10)).filter(Number.isInteger));
}
