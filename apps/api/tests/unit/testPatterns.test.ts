import { patternsFor } from '../../scripts/testPatterns.ts';

const tests = [
  'apps/api/tests/integration/refundsWaiting.test.ts',
  'apps/api/tests/crash/refund.test.ts',
  'apps/api/tests/integration/countries.test.ts',
  'apps/api/tests/integration/migrateDiff.test.ts',
  'apps/api/tests/unit/refunds/plan.test.ts',
  'packages/sdk/tests/retries.test.ts',
];

/** The chosen tests besides those that every change runs. */
function chosen(...changed: string[]): string[] {
  const [, ...patterns] = patternsFor(changed, tests).patterns;
  return tests.filter((test) => patterns.some((pattern) => new RegExp(pattern).test(test)));
}

describe('The tests of a change', () => {
  test.each([
    'apps/api/src/services/refunds/plan.ts',
    'apps/api/src/services/refunds.service.ts',
    'apps/api/src/routes/refunds.routes.ts',
    'apps/api/src/jobs/refunds.send.job.ts',
  ])('for %s are those that are named like its domain', (file) => {
    expect(chosen(file)).toEqual([tests[0], tests[1], tests[4]]);
  });

  test('use the plural of country', () => {
    expect(chosen('apps/api/src/services/countries.service.ts')).toEqual([tests[2]]);
  });

  test('include a changed test, and those of a changed package or migration', () => {
    expect(chosen('apps/api/tests/crash/refund.test.ts')).toEqual([tests[1]]);
    expect(chosen('packages/sdk/src/retryingFetch.ts')).toEqual([tests[5]]);
    expect(chosen('apps/api/prisma/migrations/1_a/migration.sql')).toEqual([tests[3]]);
  });

  test('list the sources without a test of the same name', () => {
    const { patterns, untested } = patternsFor(['apps/api/src/db/client.ts', 'README.md'], tests);
    expect(patterns).toEqual(['apps/api/tests/(unit|architecture)/']);
    expect(untested).toEqual(['apps/api/src/db/client.ts']);
  });
});
