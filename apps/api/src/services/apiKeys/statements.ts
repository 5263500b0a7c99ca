import type { ApiKeyKind } from '../../domains/apiKeys.enums.ts';
import { statement } from '../../db/statement.ts';

/** A key that is valid, as requests need it. */
export interface LiveKey {
  readonly id: string;
  readonly kind: ApiKeyKind;
  readonly permissions: string[];
  readonly salesChannel: string | null;
  readonly origins: string[];
  /** When it ends; null for never. */
  readonly endsAt: Date | null;
}

const COLUMNS = `id, kind, coalesce(permissions, '{}') AS permissions,
  sales_channel AS "salesChannel", coalesce(origins, '{}') AS origins`;
const LIVE = `revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;

/** The key of a hash: the current one, or the one before while it overlaps. */
export const selectKeyByHash = statement('apiKeys.findByHash')<{ hash: string }, LiveKey>(
  `SELECT ${COLUMNS}, CASE WHEN hash = :hash THEN expires_at
     ELSE least(expires_at, previous_expires_at) END AS "endsAt"
   FROM api_keys
   WHERE (hash = :hash OR (previous_hash = :hash AND previous_expires_at > now())) AND ${LIVE}`,
);

/** Records that a key is used, once a minute. */
export const touchKey = statement('apiKeys.touch')<{ id: string }>(
  `UPDATE api_keys SET last_used_at = now()
   WHERE id = :id AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
);

/** Puts another secret in the place of a key's; the one before is valid for a while. */
export const rotateKey = statement('apiKeys.rotate')<
  { id: string; hash: string; publicKey: string | null; lastFour: string; overlapMinutes: number },
  { id: string }
>(
  `UPDATE api_keys SET previous_hash = hash,
     previous_expires_at = now() + make_interval(mins => :overlapMinutes::int),
     hash = :hash, public_key = :publicKey, last_four = :lastFour
   WHERE id = :id AND ${LIVE}
   RETURNING id`,
);

/** Revokes a key, once. */
export const revokeKey = statement('apiKeys.revoke')<{ id: string }, { id: string }>(
  `UPDATE api_keys SET revoked_at = now() WHERE id = :id AND revoked_at IS NULL RETURNING id`,
);
