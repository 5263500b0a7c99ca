import type { HeldRole } from '../../kernel/permissionEnds.ts';
import { statement } from '../../db/statement.ts';
import { hasFactor } from '../factors/sql.ts';
import { firstGrantEnd, rolesOfUser } from '../roles/sql.ts';

export interface IdentityRow {
  readonly customerId: string | null;
  readonly isVerified: boolean;
  readonly roles: HeldRole[];
  readonly authenticatedAt: Date;
  readonly factorAt: Date | null;
  readonly hasFactor: boolean;
  /** When the user was first granted a role; null for those who have none now. */
  readonly staffSince: Date | null;
  /** When the session ends, or the first of the user's roles. */
  readonly changesAt: Date;
}

/** The identity of a live session of an active user. */
export const selectIdentity = statement('identity.find')<
  { sessionId: string; userId: string },
  IdentityRow
>(
  `SELECT c.id AS "customerId", u.email_verified_at IS NOT NULL AS "isVerified",
    ${rolesOfUser(`g.id IS NOT NULL OR (r.built_in AND r.name = 'customer' AND c.id IS NOT NULL)`)} AS roles,
    s.authenticated_at AS "authenticatedAt", s.factor_at AS "factorAt",
    ${hasFactor} AS "hasFactor",
    CASE WHEN EXISTS (SELECT FROM role_grants g WHERE g.user_id = u.id
      AND (g.expires_at IS NULL OR g.expires_at > now())) THEN u.staff_since END AS "staffSince",
    least(s.expires_at, ${firstGrantEnd}) AS "changesAt"
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND u.status = 'active'
  LEFT JOIN customers c ON c.user_id = u.id AND c.merged_into_id IS NULL
  WHERE s.id = :sessionId AND s.user_id = :userId AND s.revoked_at IS NULL AND s.expires_at > now()`,
);
