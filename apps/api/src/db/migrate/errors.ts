import { DatabaseError } from 'pg';
import type { Migration } from './files.ts';

/** A migration could not be applied; the message says which, why, where, and what to do next. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** The error for a migration whose SQL was refused. */
export function failedMigration(migration: Migration, cause: unknown): MigrationError {
  return new MigrationError(
    [
      `The migration ${migration.name} failed:`,
      `  ${sqlErrorText(migration.sql, cause)}`,
      'Its statements ran as one transaction, so it changed nothing (unless the script itself commits).',
      nextStep(migration.name),
    ].join('\n'),
    { cause },
  );
}

/** The error for a database in which an earlier attempt has failed. */
export function unsettledMigrations(names: readonly string[]): MigrationError {
  const [first = ''] = names;
  return new MigrationError(
    [
      `The database records that the migration ${names.join(', ')} started and did not finish.`,
      nextStep(first),
    ].join('\n'),
  );
}

function nextStep(name: string): string {
  return (
    'Correct the cause (the data, or its SQL), make sure that nothing of it is left in ' +
    `the database, and retry with: npm run db:migrate -- --retry ${name}`
  );
}

/** PostgreSQL's message with its code, its details, and the line of the script. */
export function sqlErrorText(sql: string, error: unknown): string {
  if (!(error instanceof DatabaseError)) return String(error);
  const line = lineOf(sql, error.position);
  return [
    `${error.severity ?? 'ERROR'} ${error.code ?? ''}: ${error.message}`,
    error.detail && `detail: ${error.detail}`,
    error.hint && `hint: ${error.hint}`,
    error.where && `where: ${error.where}`,
    line && `at line ${line.number}: ${line.text}`,
  ]
    .filter(Boolean)
    .join('\n  ');
}

/** PostgreSQL counts characters, not UTF-16 units, from 1. */
function lineOf(sql: string, position: string | undefined) {
  if (position === undefined) return undefined;
  const before = Array.from(sql)
    .slice(0, Number(position) - 1)
    .join('');
  const number = before.split('\n').length;
  return { number, text: sql.split('\n')[number - 1]?.trim() ?? '' };
}
