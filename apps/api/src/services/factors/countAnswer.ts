import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { countAttempt } from './statements.ts';

/** Wrong answers of a person per hour, over all challenges: 240 a day of a million codes, of which three count. */
const MAX_ATTEMPTS = 10;

/**
 * Counts an answer that can be guessed, before it is looked at. A right one clears the count. Not in a
 * transaction, which a refusal would roll back with the count.
 * @throws {AppError} rate_limited
 */
export async function countAnswer({ db }: Context, userId: string): Promise<void> {
  if (db.isTransaction) throw new Error('An attempt must be counted outside of a transaction');
  const [attempt] = await db.query(countAttempt, { userId });
  if (!attempt || attempt.tries <= MAX_ATTEMPTS) return;
  throw new AppError('rate_limited', 'There were too many wrong codes. Try again later.', {
    retryAfterSeconds: attempt.secondsLeft,
  });
}
