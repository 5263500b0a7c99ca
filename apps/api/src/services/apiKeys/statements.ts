import type { MachineKind } from '../../domains/apiKeys.enums.ts';
import type { HeldRole } from '../../kernel/permissionEnds.ts';
import { statement } from '../../db/statement.ts';
import { firstGrantEnd, rolesOfUser } from '../roles/sql.ts';

/** A key that is valid, with what limits it. */
export interface KeyRow {
  readonly id: string;
  readonly kind: MachineKind;
  readonly permissions: string[];
  readonly salesChannel: string | null;
  readonly origins: string[];
  /** Whose rights limit it; null for none's. */
  readonly ownerId: string | null;
  readonly ownerRoles: HeldRole[];
  readonly expiresAt: Date | null;
  /** When it is to be read again: it ends, or a grant of its owner does; null for never. */
  readonly changesAt: Date | null;
}

const COLUMNS = `k.id, k.kind, coalesce(k.permissions, '{}') AS permissions,
  k.sales_channel AS "salesChannel", coalesce(k.origins, '{}') AS origins, k.owner_id AS "ownerId",
  CASE WHEN k.owner_id IS NULL THEN '[]' ELSE ${rolesOfUser()} END AS "ownerRoles"`;
const LIVE = `revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;

/** The key of a hash: the current one, or the one before while it overlaps; none of a disabled owner. */
export const selectKeyByHash = statement('apiKeys.findByHash')<{ hash: string }, KeyRow>(
  `SELECT ${COLUMNS}, k.ends_at AS "expiresAt", least(k.ends_at, ${firstGrantEnd}) AS "changesAt"
   FROM (
     SELECT *, CASE WHEN hash = :hash THEN expires_at
       ELSE least(expires_at, previous_expires_at) END AS ends_at
     FROM api_keys
     WHERE (hash = :hash OR (previous_hash = :hash AND previous_expires_at > now())) AND ${LIVE}
   ) k
   LEFT JOIN users u ON u.id = k.owner_id
   WHERE k.owner_id IS NULL OR u.status = 'active'`,
);

/** The key of an id, while it is valid. */
export const selectKeyById = statement('apiKeys.findById')<{ id: string }, KeyRow>(
  `SELECT ${COLUMNS}, k.expires_at AS "expiresAt",
     least(k.expires_at, ${firstGrantEnd}) AS "changesAt"
   FROM (SELECT * FROM api_keys WHERE id = :id AND ${LIVE}) k
   LEFT JOIN users u ON u.id = k.owner_id
   WHERE k.owner_id IS NULL OR u.status = 'active'`,
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

/** Locks a key that is valid, so that changes of one come one after another. */
export const lockKey = statement('apiKeys.lock')<{ id: string }, { id: string }>(
  `SELECT id FROM api_keys WHERE id = :id AND ${LIVE} FOR NO KEY UPDATE`,
);

/** Revokes a key, once, with all that were made by it. */
export const revokeKey = statement('apiKeys.revoke')<
  { id: string },
  { id: string; kind: MachineKind }
>(
  `WITH RECURSIVE made AS (
     SELECT id FROM api_keys WHERE id = :id AND revoked_at IS NULL
     UNION
     SELECT k.id FROM api_keys k JOIN made m ON k.created_by = 'apiKey:' || m.id
   )
   UPDATE api_keys SET revoked_at = now() WHERE id IN (SELECT id FROM made) AND revoked_at IS NULL
   RETURNING id, kind`,
);

/** Makes someone the owner of a secret key or a client. */
export const moveKey = statement('apiKeys.take')<
  { id: string; ownerId: string | null },
  { id: string }
>(
  `UPDATE api_keys SET owner_id = :ownerId WHERE id = :id AND kind IN ('secret', 'client') AND ${LIVE}
   RETURNING id`,
);

/** Who owns a key. */
export const selectOwner = statement('apiKeys.owner')<{ id: string }, { ownerId: string | null }>(
  `SELECT owner_id AS "ownerId" FROM api_keys WHERE id = :id`,
);
