import { migrationStatus } from '../db/migrate.ts';
import { diffScript } from '../db/migrate/engine.ts';
import { schemaFolder } from '../db/migrate/files.ts';

/**
 * Compares a database with the code: the history of its migrations and, when that is complete, the
 * tables themselves with `prisma/schema` (as far as Prisma can declare them: not CHECKs, partial
 * indexes, triggers and functions).
 * @returns the differences, in words; empty when there are none.
 */
export async function checkDatabase(url: string): Promise<string[]> {
  const status = await migrationStatus(url);
  const findings = [
    ...status.pending.map((name) => `not applied: ${name}`),
    ...status.failed.map((name) => `started and did not finish: ${name}`),
    ...status.changed.map((name) => `edited since it was applied: ${name}`),
    ...status.unknown.map((name) => `applied, but not in this code: ${name}`),
    ...(status.queueIsCurrent ? [] : ['the job queue’s tables are outdated']),
  ];
  if (findings.length > 0) return findings;
  const script = await diffScript(url, schemaFolder);
  return script === '' ? [] : [`this would make it match prisma/schema:\n${script}`];
}
