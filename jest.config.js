import { enableCompileCache } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';

// The workers, and what tests start, load compiled modules that are stripped of their types.
process.env['NODE_COMPILE_CACHE'] ??= path.join(
  import.meta.dirname,
  'node_modules/.cache/cartwright-tests',
);
enableCompileCache(process.env['NODE_COMPILE_CACHE']);

/** Node runs the sources as they are; `tests/runner` tells why they share their modules. */
const common = {
  testEnvironment: '<rootDir>/apps/api/tests/runner/plainEnvironment.ts',
  runtime: '<rootDir>/apps/api/tests/runner/plainRuntime.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
};

/** @param {string} name @param {string} match @param {object} [more] */
const project = (name, match, more = {}) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/${match}`],
  ...more,
});

const withDatabase = {
  globalSetup: '<rootDir>/apps/api/tests/helpers/globalSetup.ts',
  globalTeardown: '<rootDir>/apps/api/tests/helpers/globalTeardown.ts',
};

export default {
  // Nothing here is judged by its speed: on a busy machine a test may take its time, and still ends.
  testTimeout: 30_000,
  // Tests wait half of their time, for PostgreSQL, other processes and deadlines; the default would
  // be one worker on two cores. PostgreSQL's 300 connections are enough for eight.
  maxWorkers: Math.min(8, 2 * availableParallelism()),
  testSequencer: '<rootDir>/apps/api/tests/runner/sequencer.ts',
  projects: [
    project('unit', 'apps/api/tests/unit/**/*.test.ts'),
    project('architecture', 'apps/api/tests/architecture/**/*.test.ts'),
    project('sandbox', 'packages/stripe-sandbox/tests/**/*.test.ts'),
    project('sdk', 'packages/sdk/tests/**/*.test.ts', {
      ...withDatabase,
      globalSetup: '<rootDir>/packages/sdk/tests/helpers/globalSetup.ts',
    }),
    project('integration', 'apps/api/tests/integration/**/*.test.ts', withDatabase),
    project('concurrency', 'apps/api/tests/concurrency/**/*.test.ts', withDatabase),
    project('model', 'apps/api/tests/model/**/*.test.ts', withDatabase),
    project('crash', 'apps/api/tests/crash/**/*.test.ts', withDatabase),
  ],
};
