import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type JestSequencer from '@jest/test-sequencer';

// Its types are those of the CommonJS build, whose default export is a member.
const load = createRequire(import.meta.url);
const { default: TestSequencer } = load('@jest/test-sequencer') as typeof JestSequencer;

type Tests = Parameters<InstanceType<typeof TestSequencer>['sort']>[0];

/** Jest begins with the files that took longest; without an earlier run these are assumed to be long. */
const LONG = /\/tests\/(crash|model|concurrency)\/|\/integration\/(database|processes|edge)/;

/**
 * The order of the test files. The text of `TEST_ORDER` seeds a random order: a file that passes in one
 * order and fails in another depends on the state of an earlier file.
 */
export default class Sequencer extends TestSequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const seed = process.env['TEST_ORDER'];
    if (seed !== undefined) return tests.toSorted(by(({ path }) => digest(seed + path)));
    const sorted = await super.sort(tests);
    const isKnown = sorted.some(({ duration }) => duration !== undefined);
    return isKnown ? sorted : sorted.toSorted(by(({ path }) => (LONG.test(path) ? 'a' : 'b')));
  }
}

function by(keyOf: (test: Tests[number]) => string) {
  return (a: Tests[number], b: Tests[number]) => keyOf(a).localeCompare(keyOf(b), 'en');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
