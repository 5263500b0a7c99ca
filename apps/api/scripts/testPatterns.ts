/** Every change runs all of these, which take seconds and need no database. */
const ALWAYS = String.raw`apps/api/tests/(unit|architecture)/`;

/** Tests of a whole folder. */
const byFolder: readonly (readonly [folder: string, pattern: string])[] = [
  ['packages/stripe-sandbox/', 'packages/stripe-sandbox/tests/'],
  ['packages/sdk/', 'packages/sdk/tests/'],
  ['apps/api/prisma/migrations/', 'apps/api/tests/integration/migrate'],
];

interface TestChoice {
  /** Regular expressions of the paths of the tests to run. */
  readonly patterns: string[];
  /** Changed sources without a test of the same name. */
  readonly untested: string[];
}

/**
 * The tests of a change. A domain has one stem in every layer, so `services/refunds/plan.ts` and
 * `refunds.routes.ts` both ask for the tests whose names begin with `refund`.
 * @param changed paths from the root of the repository.
 * @param tests paths of all tests.
 */
export function patternsFor(changed: readonly string[], tests: readonly string[]): TestChoice {
  const patterns = new Set([ALWAYS]);
  const untested: string[] = [];
  for (const file of changed) {
    const found = patternOf(file);
    if (found === undefined) continue;
    if (tests.some((test) => new RegExp(found).test(test))) patterns.add(found);
    else untested.push(file);
  }
  return { patterns: [...patterns], untested };
}

function patternOf(file: string): string | undefined {
  const folder = byFolder.find(([start]) => file.startsWith(start));
  if (folder) return folder[1];
  if (file.endsWith('.test.ts')) return file.replaceAll('.', String.raw`\.`);
  const stem = stemOf(file);
  return stem && String.raw`apps/api/tests/(\w+/)+${singular(stem)}`;
}

/** The domain of a source: its folder in `services`, else the first part of its name. */
function stemOf(file: string): string | undefined {
  const [, layer, rest = ''] = /^apps\/api\/src\/([^/]+)(?:\/(.+))?$/.exec(file) ?? [];
  if (layer === undefined) return undefined;
  const [first = ''] = (rest === '' ? layer : rest).split('/');
  return first.replace(/\..*/, '');
}

/** `refunds` is `refund` and `countries` is `countr`: tests are named in the singular and the plural. */
function singular(stem: string): string {
  return stem.replace(/(y|ies|s)$/, '');
}
