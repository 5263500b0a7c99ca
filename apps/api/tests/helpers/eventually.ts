import { setTimeout as delay } from 'node:timers/promises';

/** A little less than the time limit of a test, so that the error can name what it waited for. */
const PATIENCE_MS = 28_000;

/**
 * Polls until the result is neither undefined nor false, at any speed.
 * @throws when that takes longer than a test may.
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
