/**
 * What the compiler must refuse of a statement. `npm run typecheck` fails when it lets one of these
 * pass, since an `@ts-expect-error` without an error is one.
 */
import type { Database } from '../../src/db/client.ts';
import { composedStatement, statement, type None } from '../../src/db/statement.ts';

const ping = composedStatement<None, { now: Date }>('types.ping', 'SELECT now()');
const find = composedStatement<{ id: string }, { id: string }>('types.find', 'SELECT :id AS id');

export async function calls(db: Database): Promise<void> {
  await db.query(ping);
  await db.query(find, { id: 'a' });
  // @ts-expect-error: it takes nothing.
  await db.query(ping, {});
  // @ts-expect-error: its parameters are missing.
  await db.query(find);
  // @ts-expect-error: another type.
  await db.query(find, { id: 1 });
  // @ts-expect-error: a name that it does not have.
  await db.query(find, { id: 'a', other: 1 });
  // @ts-expect-error: so here, too.
  await db.execute(find, { id: 'a', other: 1 });
}

export function declarations(): void {
  type Id = { id: string };
  statement('disputes.find')<{ providerId: string }, { status: string }>('SELECT …');
  // @ts-expect-error: no statement of this name was described.
  statement('disputes.findAny');
  // @ts-expect-error: another name than the SQL's.
  statement('disputes.find')<Id, { status: string }>('SELECT …');
  // @ts-expect-error: another type than the column's.
  statement('disputes.find')<{ providerId: number }, { status: string }>('SELECT …');
  // @ts-expect-error: a column that is not selected.
  statement('disputes.find')<{ providerId: string }, { status: string; id: string }>('SELECT …');
  // @ts-expect-error: a column that is selected and not declared.
  statement('payments.find')<Id, Id>('SELECT …');
}
