import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../src/config/paths.ts';

const file = path.join(projectRoot, 'docs/performance.md');
const HEADING = '## Statements of each request\n';
const row = /^\| (\w+[^|]*?) +\| +(\d+) +\|\n/gm;

/** The table "Statements of each request" of docs/performance.md. */
export async function readStatementTable(): Promise<Map<string, number>> {
  const [, section] = split(await readFile(file, 'utf8'));
  const rows = section.matchAll(row);
  return new Map(Array.from(rows, ([, request = '', count]) => [request, Number(count)]));
}

/** Writes the table: rows keep their places, new requests come last. */
export async function writeStatementTable(counts: ReadonlyMap<string, number>): Promise<void> {
  const [before, section, after] = split(await readFile(file, 'utf8'));
  const places = [...(await readStatementTable()).keys(), ...counts.keys()];
  const requests = [...new Set(places)].filter((request) => counts.has(request));
  const rows = requests.map((request) => `| ${request} | ${counts.get(request)} |\n`).join('');
  const rule = /^\| -+ \| -+ \|\n/m;
  const table = section.replaceAll(row, '').replace(rule, (line) => line + rows);
  const style = await resolveConfig(file);
  await writeFile(file, await format(before + table + after, { ...style, parser: 'markdown' }));
}

/** The document around its section. */
function split(text: string): [before: string, section: string, after: string] {
  const start = text.indexOf(HEADING);
  const next = text.indexOf('\n## ', start);
  const end = next === -1 ? text.length : next + 1;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
