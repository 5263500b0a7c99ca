import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';

const folder = path.join(projectRoot, 'docs/security');

/** A test that a document names: "[integration/a.test.ts](…): “its title”". */
const NAMED = /\]\(([^)]+\.test\.ts)\): “([^”]+)”/g;

const STATES = /^(?:met|not applicable: .{10,}|not met: .{10,})$/;

const textOf = (document: string) => readFileSync(path.join(folder, document), 'utf8');

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

const testsIn = (text: string): NamedTest[] =>
  [...text.matchAll(NAMED)].map(([, link = '', title = '']) => ({
    file: path.resolve(folder, link),
    title,
  }));

/** The title as a test's, not as other text of the file. */
const isThere = ({ file, title }: NamedTest) =>
  existsSync(file) &&
  ["'", '"', '`'].some((quote) => readFileSync(file, 'utf8').includes(quote + title + quote));

/** The rows of the requirements: number, level, text, state, code, tests. */
const rows = textOf('asvs.md')
  .split('\n')
  .filter((line) => /^\| +\d+\.\d+\.\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** How many requirements of the levels 1 and 2 each chapter of ASVS 5.0 has. */
const REQUIREMENTS = { 4: 10, 6: 32, 7: 18, 8: 7, 9: 7, 10: 29 };

describe('The documents of security', () => {
  test.each(['asvs.md', 'README.md'])('name tests that exist: %s', (document) => {
    const named = testsIn(textOf(document));
    expect(named.filter((one) => !isThere(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  test('have each requirement once, with its state', () => {
    const numbers = rows.map(([, number]) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const chapters = Map.groupBy(numbers, (number = '') => Number(number.split('.')[0]));
    const counts = [...chapters].map(([chapter, found]) => [chapter, found.length]);
    expect(Object.fromEntries(counts)).toEqual(REQUIREMENTS);
    expect(rows.filter(([, , , , state = '']) => !STATES.test(state))).toEqual([]);
  });

  test('show by code and a test what they call met', () => {
    const met = rows.filter(([, , , , state]) => state === 'met');
    const bare = met.filter(([, , , , , code = '', tests = '']) => code === '' || tests === '');
    expect(bare.map(([, number]) => number)).toEqual([]);
  });

  test('count what is met as their rows say', () => {
    const count = (state: string) => rows.filter((row) => row[4]?.startsWith(state)).length;
    const sums = [count('met'), count('not met'), count('not applicable')];
    const [met, notMet, notApplicable] = sums;
    expect(textOf('asvs.md')).toContain(
      `Of ${rows.length}, ${met} are met, ${notMet} are not met, or not in full, and ${notApplicable} do not apply`,
    );
  });
});
