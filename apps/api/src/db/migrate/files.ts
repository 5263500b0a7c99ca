import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { apiRoot } from '../../config/paths.ts';

/** Where the shop's migrations lie, in Prisma's layout: `<timestamp>_<name>/migration.sql`. */
export const migrationsFolder = path.join(apiRoot, 'prisma', 'migrations');

/** The shop's Prisma schema: a file for each domain. */
export const schemaFolder = path.join(apiRoot, 'prisma', 'schema');

/** A migration as it is in the code. */
export interface Migration {
  /** The folder's name, which also is its place in the order. */
  name: string;
  sql: string;
  /** SHA-256 of the file in hex, as Prisma records it. */
  checksum: string;
}

/** The names of a folder's migrations, in the order they are applied. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort();
}

/** Reads the migrations of a folder, in the order they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  return await Promise.all(
    (await migrationNames(folder)).map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
