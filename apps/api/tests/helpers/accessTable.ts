import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../src/config/paths.ts';

const file = path.join(projectRoot, 'docs/security/README.md');
const HEADING = '## Who may call what\n';

/** How many routes answer a caller in each way. */
export interface AccessRow {
  readonly caller: string;
  readonly verdicts: Readonly<Record<'let in' | 401 | 403 | 404, number>>;
}

/** Whether `npm run docs:tables` writes the table. */
export const isUpdate = process.env['UPDATE_STATEMENTS'] !== undefined;

/** The rows of the table that begin with these callers, as the document has them. */
export async function readAccessRows(callers: readonly string[]): Promise<string[]> {
  const [, section] = split(await readFile(file, 'utf8'));
  return rowsOf(section).filter((row) => callers.includes(callerOf(row)));
}

/** Writes rows: those of callers that the table has keep their places, new ones come last. */
export async function writeAccessRows(rows: readonly AccessRow[]): Promise<void> {
  const [before, section, after] = split(await readFile(file, 'utf8'));
  const written = new Map(rows.map((row) => [row.caller, textOf(row)]));
  const old = rowsOf(section);
  const places = [...new Set([...old.map(callerOf), ...written.keys()])];
  const texts = places.map(
    (caller) => written.get(caller) ?? old.find((row) => callerOf(row) === caller) ?? '',
  );
  const rule = /^\| -+.*\n/m;
  const bare = section.replaceAll(/^\| .+ \|\n/gm, (line) => (isRow(line) ? '' : line));
  const table = bare.replace(rule, (line) => `${line}${texts.join('\n')}\n`);
  const style = await resolveConfig(file);
  await writeFile(file, await format(before + table + after, { ...style, parser: 'markdown' }));
}

/** A row without the spaces that align it. */
export const textOf = ({ caller, verdicts }: AccessRow): string =>
  `| ${caller} | ${verdicts['let in']} | ${verdicts[401]} | ${verdicts[403]} | ${verdicts[404]} |`;

const isRow = (line: string) => /^\| .*(?:\| +\d+ +){4}\|\s*$/.test(line);
const callerOf = (row: string) => row.split('|')[1]?.trim() ?? '';

function rowsOf(section: string): string[] {
  return section
    .split('\n')
    .filter(isRow)
    .map((line) => line.replaceAll(/ +/g, ' '));
}

/** The document around its section. */
function split(text: string): [before: string, section: string, after: string] {
  const start = text.indexOf(HEADING);
  const next = text.indexOf('\n## ', start);
  const end = next === -1 ? text.length : next + 1;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
