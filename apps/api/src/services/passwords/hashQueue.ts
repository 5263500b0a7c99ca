import pLimit from 'p-limit';
import { AppError } from '../../kernel/errors.ts';

/** libuv has four threads by default, which files, DNS and compression need as well. */
const CONCURRENCY = 2;
/** At a quarter of a second each, the last of them waits for four seconds. */
const MAX_WAITING = 32;
const RETRY_AFTER_SECONDS = 5;

export type HashQueue = ReturnType<typeof createHashQueue>;

/**
 * Runs few computations of hashes at a time, and refuses those that would wait too long: a flood of
 * sign-ins costs other requests neither threads nor time.
 */
export function createHashQueue() {
  const limit = pLimit(CONCURRENCY);

  /** @throws {AppError} service_unavailable when too many are waiting. */
  return async function inTurn<Result>(compute: () => Promise<Result>): Promise<Result> {
    if (limit.activeCount + limit.pendingCount >= CONCURRENCY + MAX_WAITING) {
      throw new AppError(
        'service_unavailable',
        'Too many people are signing in at the moment. Try again in a few seconds.',
        { retryAfterSeconds: RETRY_AFTER_SECONDS },
      );
    }
    return limit(compute);
  };
}
