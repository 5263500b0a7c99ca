import { statement } from '../../db/statement.ts';
import type { HeldRole } from '../../kernel/permissionEnds.ts';
import { SUPERSEDE_OTHERS } from './sql.ts';
import { rolesOfUser } from '../roles/sql.ts';
import type { UserStatus } from '../../domains/auth.enums.ts';

/** Grants a role, or sets when a grant ends. */
export const upsertGrant = statement('staff.grant')<{
  id: string;
  userId: string;
  roleId: string;
  expiresAt: string | null;
}>(
  `INSERT INTO role_grants (id, user_id, role_id, expires_at)
   VALUES (:id, :userId, :roleId, :expiresAt)
   ON CONFLICT (user_id, role_id) DO UPDATE SET expires_at = EXCLUDED.expires_at`,
);

interface LockedUser {
  readonly status: UserStatus;
  readonly isVerified: boolean;
}

/** Locks a user, whose status then stays as it is. */
export const lockUser = statement('staff.lockUser')<{ userId: string }, LockedUser>(
  `SELECT status, email_verified_at IS NOT NULL AS "isVerified" FROM users WHERE id = :userId FOR UPDATE`,
);

/** Moves a user from one status to another, and ends the sessions of one who is disabled. */
export const moveUser = statement('staff.moveUser')<
  { userId: string; from: UserStatus; to: UserStatus },
  { id: string }
>(
  `WITH ended AS (
     UPDATE sessions SET revoked_at = now(), revoked_reason = 'user_disabled'
     WHERE user_id = :userId AND revoked_at IS NULL AND :to::user_status = 'disabled'
   )
   UPDATE users SET status = :to::user_status, updated_at = now()
   WHERE id = :userId AND status = :from::user_status
   RETURNING id`,
);

/** Disables the users who registered with the address of a member of staff. */
export const supersedeOthers = statement('staff.supersede')<
  { userId: string; email: string },
  { userId: string }
>(SUPERSEDE_OTHERS);

/** Ends all sessions of a user. */
export const endSessions = statement('staff.endSessions')<{ userId: string; reason: string }>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = :reason
   WHERE user_id = :userId AND revoked_at IS NULL`,
);

/** Lets one transaction at a time make users of an address; the lock is that of registrations. */
export const lockAddress = statement('staff.lockAddress')<{ emailKey: string }>(
  `SELECT pg_advisory_xact_lock(hashtextextended('users.email_key ' || :emailKey, 0))`,
);

/** Revokes a role. */
export const deleteGrant = statement('staff.revoke')<
  { userId: string; roleId: string },
  { expiresAt: Date | null }
>(
  `DELETE FROM role_grants WHERE user_id = :userId AND role_id = :roleId
   RETURNING expires_at AS "expiresAt"`,
);

/** A grant as it was. The lock of the user keeps other grants of the person waiting. */
export const selectGrant = statement('staff.selectGrant')<
  { userId: string; roleId: string },
  { expiresAt: Date | null }
>(
  `SELECT expires_at AS "expiresAt" FROM role_grants WHERE user_id = :userId AND role_id = :roleId`,
);

/** Grants a role; one that is granted for longer already stays so. */
export const addGrant = statement('staff.join')<{
  id: string;
  userId: string;
  roleId: string;
  expiresAt: Date | null;
}>(
  `INSERT INTO role_grants AS g (id, user_id, role_id, expires_at)
   VALUES (:id, :userId, :roleId, :expiresAt)
   ON CONFLICT (user_id, role_id) DO UPDATE SET expires_at =
     CASE WHEN g.expires_at IS NULL OR excluded.expires_at IS NULL THEN NULL
       ELSE greatest(g.expires_at, excluded.expires_at) END`,
);

/** The roles of someone who is active. */
export const selectRights = statement('staff.rights')<{ userId: string }, { roles: HeldRole[] }>(
  `SELECT ${rolesOfUser()} AS roles FROM users u WHERE u.id = :userId AND u.status = 'active'`,
);
