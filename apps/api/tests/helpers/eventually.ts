import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is neither undefined nor false. @throws when it is not within the time. */
export async function eventually<T>(
  question: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 8000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`It did not happen within ${timeoutMs} ms`);
    await delay(20);
  }
}
