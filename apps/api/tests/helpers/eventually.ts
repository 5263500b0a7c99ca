import { setTimeout as delay } from 'node:timers/promises';

/** A little less than a test may take, so that it can still say what it waited for. */
const PATIENCE_MS = 28_000;

/**
 * Asks until the answer is neither undefined nor false. How fast that is, is no concern of a test.
 * @throws when it is not within the time that a test has.
 */
export async function eventually<T>(
  question: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`It did not happen within ${timeoutMs} ms`);
    await delay(20);
  }
}
