import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Migration } from './files.ts';

/** How the migrations of the code and of a database compare; each list holds names. */
export interface MigrationStatus {
  /** In the code, not yet applied. */
  pending: string[];
  /** Started and not finished; nothing more is applied until that is settled. */
  failed: string[];
  /** Applied, and edited in the code since. */
  changed: string[];
  /** Applied, but not in this code: the database is newer, or comes from another branch. */
  unknown: string[];
}

interface HistoryRow {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

/** Prisma's own table, so that its command line agrees with us where it can run. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum"            VARCHAR(64) NOT NULL,
  "finished_at"         TIMESTAMPTZ,
  "migration_name"      VARCHAR(255) NOT NULL,
  "logs"                TEXT,
  "rolled_back_at"      TIMESTAMPTZ,
  "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Compares the code's migrations with those that the database has recorded. */
export async function compareHistory(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<MigrationStatus> {
  const history = await readHistory(client);
  const inCode = new Map(migrations.map((migration) => [migration.name, migration]));
  const inDatabase = new Map(history.map((row) => [row.migration_name, row]));
  const applied = history.filter((row) => row.finished);
  return {
    pending: [...inCode.keys()].filter((name) => !inDatabase.has(name)),
    failed: namesOf(history.filter((row) => !row.finished)),
    changed: namesOf(
      applied.filter((row) => {
        const checksum = inCode.get(row.migration_name)?.checksum;
        return checksum !== undefined && checksum !== row.checksum;
      }),
    ),
    unknown: namesOf(applied.filter((row) => !inCode.has(row.migration_name))),
  };
}

const namesOf = (rows: readonly HistoryRow[]): string[] => rows.map((row) => row.migration_name);

async function readHistory(client: ClientBase): Promise<HistoryRow[]> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS present`,
  );
  if (!tables[0]?.present) return [];
  const { rows } = await client.query<HistoryRow>(
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
  );
  return rows;
}

/** Creates the table of the history unless it exists. */
export async function createHistory(client: ClientBase): Promise<void> {
  await client.query(CREATE_TABLE);
}

/**
 * Records that a migration starts.
 * @returns the id of its row.
 */
export async function recordStart(client: ClientBase, migration: Migration): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ($1, $2, $3)`,
    [id, migration.checksum, migration.name],
  );
  return id;
}

/** The statement that records a success; `id` is one of ours, a UUID. */
export function successStatement(id: string): string {
  return `UPDATE "_prisma_migrations" SET "finished_at" = now(), "applied_steps_count" = 1 WHERE "id" = '${id}'`;
}

export async function recordFailure(client: ClientBase, id: string, log: string): Promise<void> {
  await client.query(`UPDATE "_prisma_migrations" SET "logs" = $2 WHERE "id" = $1`, [id, log]);
}

/**
 * Settles a failed migration as rolled back, so that it is retried.
 * @returns whether there was one.
 */
export async function recordRollback(client: ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = now()
     WHERE "migration_name" = $1 AND "finished_at" IS NULL AND "rolled_back_at" IS NULL`,
    [name],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Settles migrations that a crash has interrupted: started, with neither success nor failure
 * recorded. Only for scripts that record their success in their own transaction: the crash rolled
 * them back.
 */
export async function settleInterrupted(client: ClientBase, names: string[]): Promise<void> {
  await client.query(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = now()
     WHERE "migration_name" = ANY($1) AND "finished_at" IS NULL AND "rolled_back_at" IS NULL
       AND "logs" IS NULL`,
    [names],
  );
}
