import { readStatementTable, writeStatementTable } from '../../tests/helpers/statementTable.ts';
import { renamer, type Names } from './names.ts';

/** The statements of the templates' operations. */
const counted = { submitFieldNote: 4, listFieldNotes: 1, withdrawFieldNote: 2 };

/** Adds the operations to the table "Statements of each request" of docs/performance.md. */
export async function documentStatements(names: Names): Promise<void> {
  const table = await readStatementTable();
  const renamed = renamer(names);
  for (const [name, count] of Object.entries(counted)) table.set(renamed(name), count);
  await writeStatementTable(table);
}
