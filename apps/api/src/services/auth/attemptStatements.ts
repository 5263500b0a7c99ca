import { statement } from '../../db/statement.ts';

/** After so long without a guess the count begins again; longer than any wait. */
const QUIET = `interval '1 hour'`;

/** Seconds from the last free failure on: 1, 2, 4 and so on. */
const LONGEST_WAIT = 300;

/** Until when a count blocks the next guess. */
const blockedUntil = (failures: string, free: string) => `
  CASE WHEN ${failures} < ${free} THEN '-infinity'::timestamptz ELSE now() + interval '1 second'
    * least(${LONGEST_WAIT}, power(2, least(${failures} - ${free}, 20))) END`;

const FAILURES = `CASE WHEN f.last_at < now() - ${QUIET} THEN 1 ELSE f.failures + 1 END`;
/** Of the guess that is counted, by its key. */
const FREE = `(SELECT g.free FROM guess g WHERE g.key = f.key)`;

/**
 * Counts a guess for all keys, or for none while one of them waits. Racers that find no wait meet at
 * the rows, where the last free guess of another makes them too many: then `counted` is less than the
 * number of keys.
 */
export const countAttempt = statement('auth.count_attempt')<
  { keys: readonly string[]; free: readonly number[] },
  { counted: number; secondsLeft: number }
>(
  `WITH guess AS (
    SELECT * FROM unnest(:keys::text[], :free::int[]) AS g (key, free)
  ), waits AS (
    SELECT w.blocked_until FROM sign_in_failures w JOIN guess ON guess.key = w.key
    WHERE w.blocked_until > now()
  ), counted AS (
    INSERT INTO sign_in_failures AS f (key, failures, last_at, blocked_until)
    SELECT key, 1, now(), ${blockedUntil('1', 'free')} FROM guess
    WHERE NOT EXISTS (SELECT FROM waits) ORDER BY key
    ON CONFLICT (key) DO UPDATE SET last_at = now(), failures = ${FAILURES},
      blocked_until = ${blockedUntil(`(${FAILURES})`, FREE)}
    WHERE f.blocked_until <= now()
    RETURNING f.key
  )
  SELECT (SELECT count(*) FROM counted)::int AS counted,
    coalesce(ceil(extract(epoch FROM (SELECT max(blocked_until) FROM waits) - now())), 1)::int
      AS "secondsLeft"`,
);

/** Takes a guess back: one failure less, and no wait; or no failure at all of the account. */
export const undoAttempt = statement('auth.undo_attempt')<{
  account: string;
  network: string | null;
  forgets: boolean;
}>(
  `UPDATE sign_in_failures SET blocked_until = '-infinity',
    failures = CASE WHEN :forgets::bool AND key = :account THEN 0
      ELSE greatest(failures - 1, 0) END
  WHERE key IN (:account, :network)`,
);

/** Forgets the failures of an account, from all networks and on known devices. */
export const forgetFailures = statement('auth.forget_failures')<{ account: string }>(
  `DELETE FROM sign_in_failures WHERE key LIKE :account || '/%'`,
);
