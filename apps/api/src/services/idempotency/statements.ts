import { statement } from '../../db/client.ts';

/**
 * Takes a new key, or one whose holder has outlived its lease. No row comes back when another
 * transaction is at it right now, when it is leased, or when it has its answer. "resumed": the row
 * was there (an updated version carries the number of the transaction that locked it, a new one 0).
 */
export const claimKey = statement<{ resumed: boolean }>(
  'idempotency.claim',
  `INSERT INTO idempotency_keys (principal, route, key, fingerprint, holder, leased_until)
   SELECT $1, $2, $3, $4, $5, now() + $6 * interval '1 millisecond'
   WHERE pg_try_advisory_xact_lock(hashtextextended($1 || chr(31) || $2 || chr(31) || $3, 0))
   ON CONFLICT (principal, route, key) DO UPDATE
     SET leased_until = excluded.leased_until, holder = excluded.holder
     WHERE idempotency_keys.status IS NULL
       AND idempotency_keys.leased_until < now()
       AND idempotency_keys.fingerprint = excluded.fingerprint
   RETURNING xmax <> 0 AS resumed`,
);

export const findKey = statement<{
  fingerprint: string;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}>(
  'idempotency.find',
  `SELECT fingerprint, status, headers, body FROM idempotency_keys
   WHERE principal = $1 AND route = $2 AND key = $3`,
);

/**
 * Keeps the holder's answer. A refusal's key was rolled back with its transaction, or was never
 * claimed, and is written here, unless another request holds it: then that one's answer is the
 * answer. A holder whose lease has ended is dead, so a refusal that comes after it is the answer too.
 */
export const storeReply = statement<object>(
  'idempotency.store',
  `INSERT INTO idempotency_keys
     (principal, route, key, fingerprint, holder, leased_until, status, headers, body)
   VALUES ($1, $2, $3, $4, $5, now(), $6, $7, $8)
   ON CONFLICT (principal, route, key) DO UPDATE
     SET status = excluded.status, headers = excluded.headers, body = excluded.body
     WHERE idempotency_keys.status IS NULL
       AND (idempotency_keys.holder = excluded.holder
         OR (idempotency_keys.leased_until < now()
           AND idempotency_keys.fingerprint = excluded.fingerprint))`,
);

/** After a breakdown the key can be used again at once. */
export const releaseKey = statement<object>(
  'idempotency.release',
  `UPDATE idempotency_keys SET leased_until = now()
   WHERE principal = $1 AND route = $2 AND key = $3 AND status IS NULL
     AND holder = $4`,
);
