import { statement } from '../../db/statement.ts';

/**
 * Takes a new key, or one whose holder has outlived its lease. No row comes back when another
 * transaction is at it right now, when it is leased, or when it has its answer. "resumed": the row
 * was there (an updated version carries the number of the transaction that locked it, a new one 0).
 */
export const claimKey = statement('idempotency.claim')<
  {
    principal: string;
    route: string;
    key: string;
    fingerprint: string;
    holder: string;
    leaseMs: number;
  },
  { resumed: boolean }
>(
  `INSERT INTO idempotency_keys (principal, route, key, fingerprint, holder, leased_until)
   SELECT :principal, :route, :key, :fingerprint, :holder, now() + :leaseMs * interval '1 millisecond'
   WHERE pg_try_advisory_xact_lock(hashtextextended(:principal || chr(31) || :route || chr(31) || :key, 0))
   ON CONFLICT (principal, route, key) DO UPDATE
     SET leased_until = excluded.leased_until, holder = excluded.holder
     WHERE idempotency_keys.status IS NULL
       AND idempotency_keys.leased_until < now()
       AND idempotency_keys.fingerprint = excluded.fingerprint
   RETURNING xmax <> 0 AS resumed`,
);

export const findKey = statement('idempotency.find')<
  { principal: string; route: string; key: string },
  {
    fingerprint: string;
    status: number | null;
    headers: Record<string, string> | null;
    body: string | null;
  }
>(
  `SELECT fingerprint, status, headers, body FROM idempotency_keys
   WHERE principal = :principal AND route = :route AND key = :key`,
);

/**
 * Keeps the holder's answer. A refusal's key was rolled back with its transaction, or was never
 * claimed, and is written here, unless another request holds it: then that one's answer is the
 * answer. A holder whose lease has ended is dead, so a refusal that comes after it is the answer too.
 */
export const storeReply = statement('idempotency.store')<{
  principal: string;
  route: string;
  key: string;
  fingerprint: string;
  holder: string;
  status: number;
  headers: string;
  body: string;
}>(
  `INSERT INTO idempotency_keys
     (principal, route, key, fingerprint, holder, leased_until, status, headers, body)
   VALUES (:principal, :route, :key, :fingerprint, :holder, now(), :status, :headers, :body)
   ON CONFLICT (principal, route, key) DO UPDATE
     SET status = excluded.status, headers = excluded.headers, body = excluded.body
     WHERE idempotency_keys.status IS NULL
       AND (idempotency_keys.holder = excluded.holder
         OR (idempotency_keys.leased_until < now()
           AND idempotency_keys.fingerprint = excluded.fingerprint))`,
);

/**
 * After a breakdown the key can be used again at once. Not by `now()`: the column has milliseconds, and
 * rounded up it may lie half of one ahead.
 */
export const releaseKey = statement('idempotency.release')<{
  principal: string;
  route: string;
  key: string;
  holder: string;
}>(
  `UPDATE idempotency_keys SET leased_until = 'epoch'
   WHERE principal = :principal AND route = :route AND key = :key AND status IS NULL
     AND holder = :holder`,
);
