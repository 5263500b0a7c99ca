import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { findColumns } from '../../src/services/catalogImport/read/columns.ts';
import { createTestDatabase } from '../helpers/database.ts';
import { runImport } from '../helpers/importCommand.ts';

const guide = readFileSync(path.join(projectRoot, 'docs/guides/shopify-import.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first block of a language. */
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(guide)?.[1] ?? '';

test('the file of the import guide produces the report that the guide shows', async () => {
  writeFileSync(path.join(folder, 'shirts.csv'), block('csv'));
  const database = await createTestDatabase();
  try {
    const options = { databaseUrl: database.url, folder };
    const { code, stdout, stderr } = await runImport(['shirts.csv'], options);
    const rows = (text: string) =>
      text.split('\n').filter((line) => !/…|\/s|Imported|^\s*$/.test(line));
    expect(rows(stderr + stdout)).toEqual(rows(block('text')));
    expect(code).toBe(2);

    const [, stock = ''] = /^ {2}```csv\n([^]*?)^ {2}```/m.exec(guide) ?? [];
    writeFileSync(path.join(folder, 'stock.csv'), stock.replaceAll(/^ {2}/gm, ''));
    expect(await runImport(['stock.csv'], options)).toMatchObject({
      code: 0,
      // Two variants of one product that differ only in their stock.
      stdout: expect.stringMatching(/Products +0 +0 +1\n +Variants +0 +2 +0\n/),
    });
  } finally {
    await database.drop();
  }
});

test('the columns that the import guide names are columns of the import', () => {
  const [, table = ''] = /^## Columns$([^]*?)^\| further/m.exec(guide) ?? [];
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const required = new Set(['Handle', 'URL handle', 'Title']);
  const others = named.filter((name) => !required.has(name));
  const isRead = (name: string) => findColumns(['Handle', 'Title', name]).known.size === 3;
  expect(others.length).toBeGreaterThan(25);
  expect(others.filter((name) => !isRead(name))).toEqual([]);
});
