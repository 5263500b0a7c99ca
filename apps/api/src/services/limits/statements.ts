import { statement } from '../../db/statement.ts';

/**
 * Adds to counts, or begins their next window. It locks the rows in the order of their keys, so that
 * two statements never wait for each other, and each sees the count with all that came before it.
 */
export const addToLimits = statement('limits.add')<
  { keys: readonly string[]; costs: readonly number[]; seconds: readonly number[] },
  { key: string; used: number; msLeft: number }
>(
  `INSERT INTO limit_counts AS counted (key, used, expires_at)
   SELECT charge.key, charge.cost, now() + charge.seconds * interval '1 second'
   FROM unnest(:keys::text[], :costs::int[], :seconds::int[]) AS charge (key, cost, seconds)
   ORDER BY charge.key
   ON CONFLICT (key) DO UPDATE SET
     used = CASE WHEN counted.expires_at > now() THEN counted.used ELSE 0 END + excluded.used,
     expires_at =
       CASE WHEN counted.expires_at > now() THEN counted.expires_at ELSE excluded.expires_at END
   RETURNING key, used, (extract(epoch FROM expires_at - now()) * 1000)::int AS "msLeft"`,
);

export const readLimits = statement('limits.read')<
  { keys: readonly string[] },
  { key: string; used: number; msLeft: number }
>(
  `SELECT key, used, (extract(epoch FROM expires_at - now()) * 1000)::int AS "msLeft"
   FROM limit_counts WHERE key = ANY (:keys::text[]) AND expires_at > now()`,
);

/** A count that is being added to is skipped, since its next window begins. */
export const purgeLimits = statement('limits.purge')<{ limit: number }>(
  `DELETE FROM limit_counts WHERE key IN (
     SELECT key FROM limit_counts WHERE expires_at < now()
     LIMIT :limit::int FOR UPDATE SKIP LOCKED)`,
);
