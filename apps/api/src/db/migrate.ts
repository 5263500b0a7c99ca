import { Client } from 'pg';
import {
  failedMigration,
  MigrationError,
  sqlErrorText,
  unsettledMigrations,
} from './migrate/errors.ts';
import { migrationsFolder, readMigrations, type Migration } from './migrate/files.ts';
import {
  compareHistory,
  createHistory,
  recordFailure,
  recordRollback,
  recordStart,
  settleInterrupted,
  successStatement,
  type MigrationStatus,
} from './migrate/history.ts';
import { isQueueSchemaCurrent, migrateQueueSchema } from './migrate/queueSchema.ts';

/** Prisma's advisory lock for migrations, so that its command line and we exclude each other. */
const MIGRATION_LOCK = 72_707_369;

interface MigrateOptions {
  /** A folder of migrations other than the shop's; for tests. */
  folder?: string;
  /** Name of a failed migration to settle as rolled back and retry. */
  retry?: string;
}

interface MigrateResult {
  /** Names of the migrations that this call applied. */
  applied: string[];
  /** Names of applied migrations that this code lacks, or has with other content. */
  deviating: string[];
}

/**
 * Applies the shop's pending migrations, then those of the job queue. Any number of processes may
 * call it at once; one of them applies each migration. It takes no lock when there is nothing to
 * do. (Prisma's engine is not used for this: through its driver adapter it splits a script at every
 * semicolon, also in a function's body.)
 * @throws {MigrationError} that names the migration and what to do.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<MigrateResult> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  return await withClient(url, async (client) => {
    const status = await compareHistory(client, migrations);
    if (isUpToDate(status) && (await isQueueSchemaCurrent(client))) return resultOf(status, []);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // The lock is the session's, and ends with it when the connection is closed.
    return await migrateUnderLock(client, url, migrations, options.retry);
  });
}

/** How the database compares to the code's migrations. */
export async function migrationStatus(
  url: string,
  folder: string = migrationsFolder,
): Promise<MigrationStatus & { queueIsCurrent: boolean }> {
  const migrations = await readMigrations(folder);
  return await withClient(url, async (client) => ({
    ...(await compareHistory(client, migrations)),
    queueIsCurrent: await isQueueSchemaCurrent(client),
  }));
}

/**
 * Applies migrations to an empty scratch database, without a history and without the queue's
 * tables.
 */
export async function applyScripts(url: string, migrations: readonly Migration[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const migration of migrations) {
      try {
        await client.query(migration.sql);
      } catch (error) {
        throw failedMigration(migration, error);
      }
    }
  });
}

async function migrateUnderLock(
  client: Client,
  url: string,
  migrations: readonly Migration[],
  retry: string | undefined,
): Promise<MigrateResult> {
  await createHistory(client);
  if (retry !== undefined && !(await recordRollback(client, retry))) {
    throw new MigrationError(`There is no failed migration named ${retry} in this database`);
  }
  const atomic = migrations.filter(isAtomic).map(({ name }) => name);
  await settleInterrupted(client, atomic);
  const status = await compareHistory(client, migrations);
  if (status.failed.length > 0) throw unsettledMigrations(status.failed);
  const pending = new Set(status.pending);
  for (const migration of migrations.filter(({ name }) => pending.has(name))) {
    await apply(client, migration);
  }
  if (!(await isQueueSchemaCurrent(client))) await migrateQueueSchema(url);
  return resultOf(status, status.pending);
}

/**
 * One query with the whole script: PostgreSQL runs it as one transaction, as Prisma's engine does.
 * Where the script allows it, the record of its success is part of that transaction, so that a
 * crash leaves both or neither.
 */
async function apply(client: Client, migration: Migration): Promise<void> {
  const { sql } = migration;
  const id = await recordStart(client, migration);
  try {
    await client.query(isAtomic(migration) ? `${sql}\n;\n${successStatement(id)}` : sql);
  } catch (error) {
    // A script with its own BEGIN leaves the transaction open; otherwise this does nothing.
    await client.query('ROLLBACK');
    await recordFailure(client, id, sqlErrorText(sql, error));
    throw failedMigration(migration, error);
  }
  if (!isAtomic(migration)) await client.query(successStatement(id));
  // A script may change the search path or the timeouts of its session.
  await client.query('RESET ALL');
  await client.query('SET statement_timeout = 0');
}

/** Whether a script can be one transaction together with other statements. */
function isAtomic({ sql }: Migration): boolean {
  return !/\b(concurrently|commit|rollback|vacuum)\b/i.test(sql);
}

function isUpToDate(status: MigrationStatus): boolean {
  return status.pending.length === 0 && status.failed.length === 0;
}

function resultOf(status: MigrationStatus, applied: string[]): MigrateResult {
  return { applied, deviating: [...status.changed, ...status.unknown] };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'cartwright-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    return await work(client);
  } finally {
    await client.end();
  }
}
