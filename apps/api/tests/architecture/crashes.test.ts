import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';

const crashFolder = path.join(projectRoot, 'apps/api/tests/crash');
const list = readFileSync(path.join(projectRoot, 'docs/testing.md'), 'utf8');

/** Another provider's protocol; its test finds the steps in an undisturbed run and tries them all. */
const found = ['paylinkPayments.test.ts'];
const files = readdirSync(crashFolder).filter(
  (name) => name.endsWith('.test.ts') && !found.includes(name),
);

/** A line of a table of steps: `'orders.read': 'the order is read',`. */
const stepLine = /^ {2}(?:'([^']+)'|(BEGIN|COMMIT)): '(.+)',$/gm;

/** The steps of a file's tables as the document lists them, without its padding. */
function rowsOf(file: string): string[] {
  const source = readFileSync(path.join(crashFolder, file), 'utf8');
  return [...source.matchAll(stepLine)].map(
    ([, quoted, plain, words]) => `| \`${quoted ?? plain}\` | ${words} |`,
  );
}

/** The rows of the section that names a file. */
function listedFor(file: string): string[] {
  const section = list
    .split('\n## ')
    .find((text) => text.includes(`(../apps/api/tests/crash/${file})`));
  const rows = (section ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.replaceAll(/ +\|/g, ' |'));
}

describe('The list of step boundaries in docs/testing.md, which `npm run docs:tables` writes,', () => {
  test.each(files)('has each step of %s, and no other', (file) => {
    expect(rowsOf(file).length).toBeGreaterThan(0);
    expect(listedFor(file)).toEqual(rowsOf(file));
  });
});

describe('A domain that moves money or stock', () => {
  const folder = path.join(projectRoot, 'apps/api/src/domains');
  const stems = readdirSync(folder)
    .filter((name) => name.endsWith('.domain.ts'))
    .filter((name) => readFileSync(path.join(folder, name), 'utf8').includes('movesMoney: true'))
    .map((name) => name.replace('.domain.ts', ''));
  const steps = readdirSync(crashFolder).flatMap((file) => rowsOf(file));

  test.each(stems)('is interrupted at its statements: %s', (stem) => {
    expect(steps.filter((row) => row.startsWith(`| \`${stem}.`))).not.toEqual([]);
  });

  test('is found by its declaration', () => {
    expect(stems).toEqual(expect.arrayContaining(['inventory', 'orders', 'payments', 'refunds']));
  });
});
