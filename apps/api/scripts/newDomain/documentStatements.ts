import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { renamer, type Names } from './names.ts';

/** What the operations of the templates send to the database. */
const counted = { submitFieldNote: 4, listFieldNotes: 1, withdrawFieldNote: 2 };

/**
 * Adds the operations to the table "Statements of each request".
 * @returns the path of the document.
 */
export async function documentStatements(names: Names): Promise<string> {
  const file = path.join(projectRoot, 'docs/performance.md');
  const text = await readFile(file, 'utf8');
  const begin = text.indexOf('## Statements of each request');
  const row = text.slice(begin).match(/(?:^\|.*\|\n)+/m);
  if (begin < 0 || row?.index === undefined) throw new Error('docs/performance.md has no table');
  const end = begin + row.index + row[0].length;
  const renamed = renamer(names);
  const rows = Object.entries(counted).map(([name, count]) => `| ${renamed(name)} | ${count} |\n`);
  await writeFile(file, text.slice(0, end) + rows.join('') + text.slice(end));
  return file;
}
