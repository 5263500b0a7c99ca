import { statement } from '../../db/statement.ts';
import type { Account, AccountSession } from './signIn.ts';

const SESSION = `s.id AS "sessionId", s.mode, s.user_agent AS "userAgent", s.ip,
  s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt"`;

/** The columns of an {@link Account}, of `u`, `s` and `c`. */
const ACCOUNT = `u.id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "isVerified",
  u.first_name AS "firstName", u.last_name AS "lastName", u.locale, u.created_at AS "userCreatedAt",
  c.id AS "customerId", ${SESSION}`;

const CUSTOMER = `LEFT JOIN customers c ON c.user_id = u.id AND c.merged_into_id IS NULL`;

const LIVE = `s.revoked_at IS NULL AND s.expires_at > now()`;

/** From each refresh to the latest moment of the next, and from the sign-in to the last of all. */
const IDLE = `interval '30 days'`;
const LONGEST = `interval '180 days'`;

/** Two tabs that race for a refresh do it within this time. */
const GRACE = `interval '10 seconds'`;

export interface Candidate {
  readonly userId: string;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Date | null;
  readonly isVerified: boolean;
}

/** Who may sign in with an address: the one who has proved it, then those who have a password. */
export const selectCandidates = statement('auth.candidates')<
  { emailKey: string; limit: number },
  Candidate
>(
  `SELECT u.id AS "userId", u.password_hash AS "passwordHash",
    u.password_changed_at AS "passwordChangedAt",
    u.email_verified_at IS NOT NULL AS "isVerified"
  FROM users u
  WHERE u.email_key = :emailKey AND u.status = 'active'
  ORDER BY u.email_verified_at IS NULL, u.password_hash IS NULL, u.created_at, u.id
  LIMIT :limit`,
);

/** Replaces a hash by one that costs more, unless the password was changed meanwhile. */
export const rehashPassword = statement('auth.rehash')<{
  userId: string;
  before: string;
  hash: string;
}>(`UPDATE users SET password_hash = :hash WHERE id = :userId AND password_hash = :before`);

export interface NewSession {
  sessionId: string;
  userId: string;
  mode: string;
  userAgent: string | null;
  ip: string | null;
  factorAt: Date | null;
  isPasswordKnown: boolean;
  passwordChangedAt: Date | null;
  tokenHash: string;
}

/**
 * Opens a session. A change of the password locks the user's row before it ends sessions: either it
 * ends this one too, or this statement waits for it and finds that the password is another.
 */
export const insertSession = statement('auth.open_session')<NewSession, Account>(
  `WITH holder AS (
    SELECT * FROM users
    WHERE id = :userId AND status = 'active' AND (NOT :isPasswordKnown::bool
      OR password_changed_at IS NOT DISTINCT FROM :passwordChangedAt::timestamptz)
    FOR SHARE
  ), opened AS (
    INSERT INTO sessions (id, user_id, mode, user_agent, ip, expires_at, factor_at)
    SELECT :sessionId, id, :mode, :userAgent, :ip, now() + ${IDLE},
      :factorAt::timestamptz
    FROM holder
    RETURNING *
  ), token AS (
    INSERT INTO refresh_tokens (hash, session_id, expires_at)
    SELECT :tokenHash, id, expires_at FROM opened
  )
  SELECT ${ACCOUNT} FROM opened s JOIN holder u ON u.id = s.user_id ${CUSTOMER}`,
);

/** Since when a user has the password. */
export const selectPasswordChange = statement('auth.password_change')<
  { userId: string },
  { passwordChangedAt: Date | null }
>(`SELECT password_changed_at AS "passwordChangedAt" FROM users WHERE id = :userId`);

/** The first sign-in of a user, of which no mail is sent. */
export const markFirstSignIn = statement('auth.first_sign_in')<{ userId: string }>(
  `UPDATE users SET first_signed_in_at = now() WHERE id = :userId AND first_signed_in_at IS NULL`,
);

/** Until the transaction ends, so that parallel sign-ins of a user are announced one by one. */
export const lockAnnouncements = statement('auth.lock_announcements')<{ userId: string }>(
  `SELECT pg_advisory_xact_lock(hashtextextended('sessions.announced_at ' || :userId, 0))`,
);

/** So soon after its registration a person signs in on all devices. */
const NEW_ACCOUNT = `interval '1 hour'`;
const MAX_ANNOUNCED_A_DAY = 5;

/** Notes that a user is told of a session. */
export const announceSession = statement('auth.announce_session')<{ sessionId: string }>(
  `UPDATE sessions s SET announced_at = now() FROM users u
  WHERE s.id = :sessionId AND u.id = s.user_id AND u.created_at < now() - ${NEW_ACCOUNT}
    AND ${MAX_ANNOUNCED_A_DAY} > (SELECT count(*) FROM sessions o
      WHERE o.user_id = s.user_id AND o.announced_at > now() - interval '1 day')`,
);

/** Exchanges a refresh token for its successor, once. */
export const rotateToken = statement('auth.refresh')<
  { hash: string; nextHash: string; userAgent: string | null; ip: string | null },
  Account
>(
  `WITH used AS (
    UPDATE refresh_tokens t SET used_at = now()
    FROM sessions s JOIN users u ON u.id = s.user_id AND u.status = 'active'
    WHERE t.hash = :hash AND t.used_at IS NULL AND t.expires_at > now()
      AND s.id = t.session_id AND ${LIVE}
    RETURNING t.session_id
  ), kept AS (
    UPDATE sessions s SET last_seen_at = now(), ip = coalesce(:ip, s.ip),
      user_agent = coalesce(:userAgent, s.user_agent),
      expires_at = least(now() + ${IDLE}, s.created_at + ${LONGEST})
    FROM used WHERE s.id = used.session_id AND s.revoked_at IS NULL
    RETURNING s.*
  ), successor AS (
    INSERT INTO refresh_tokens (hash, session_id, expires_at)
    SELECT :nextHash, id, expires_at FROM kept
  )
  SELECT ${ACCOUNT} FROM kept s JOIN users u ON u.id = s.user_id ${CUSTOMER}`,
);

/** The session of a token that was exchanged a moment ago, while its successor has not been used. */
export const selectRacer = statement('auth.refresh_again')<
  { hash: string; nextHash: string },
  Account
>(
  `SELECT ${ACCOUNT}
  FROM refresh_tokens t
  JOIN refresh_tokens n ON n.hash = :nextHash AND n.session_id = t.session_id AND n.used_at IS NULL
  JOIN sessions s ON s.id = t.session_id AND ${LIVE}
  JOIN users u ON u.id = s.user_id AND u.status = 'active'
  ${CUSTOMER}
  WHERE t.hash = :hash AND t.used_at > now() - ${GRACE}`,
);

/** Ends the session whose used token has come back: one of two holders has stolen it. */
export const revokeReused = statement('auth.revoke_reused')<
  { hash: string },
  { sessionId: string; userId: string }
>(
  `UPDATE sessions s SET revoked_at = now(), revoked_reason = 'refresh_reused'
  FROM refresh_tokens t
  WHERE t.hash = :hash AND t.used_at IS NOT NULL AND s.id = t.session_id AND ${LIVE}
  RETURNING s.id AS "sessionId", s.user_id AS "userId"`,
);

/** Ends a session that signs out or is replaced, known by its id or its refresh token. */
export const revokeSession = statement('auth.sign_out')<
  { sessionId: string | null; tokenHash: string | null; reason: string },
  { sessionId: string; userId: string }
>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = :reason
  WHERE revoked_at IS NULL AND (id = :sessionId
    OR id = (SELECT session_id FROM refresh_tokens WHERE hash = :tokenHash))
  RETURNING id AS "sessionId", user_id AS "userId"`,
);

/** Whose session an unused refresh token is of. */
export const selectHolder = statement('auth.holder')<{ tokenHash: string }, { userId: string }>(
  `SELECT s.user_id AS "userId" FROM refresh_tokens t
  JOIN sessions s ON s.id = t.session_id AND ${LIVE}
  WHERE t.hash = :tokenHash AND t.used_at IS NULL AND t.expires_at > now()`,
);

/** Who is signed in, and how. */
export const selectAccount = statement('auth.account')<{ sessionId: string }, Account>(
  `SELECT ${ACCOUNT} FROM sessions s JOIN users u ON u.id = s.user_id ${CUSTOMER}
  WHERE s.id = :sessionId AND ${LIVE}`,
);

/** Until the transaction ends, so that parallel registrations of an address are counted one by one. */
export const lockAddress = statement('auth.lock_address')<{ emailKey: string }>(
  `SELECT pg_advisory_xact_lock(hashtextextended('users.email_key ' || :emailKey, 0))`,
);

/** The sessions of a user, the one used last first. */
export const selectSessions = statement('auth.sessions')<
  { userId: string; limit: number },
  AccountSession
>(
  `SELECT ${SESSION} FROM sessions s WHERE s.user_id = :userId AND ${LIVE}
  ORDER BY s.last_seen_at DESC, s.id DESC LIMIT :limit`,
);

/** Ends sessions of a user: one of them, all, or all but one. */
export const revokeSessions = statement('auth.revoke_sessions')<{
  userId: string;
  sessionId: string | null;
  exceptId: string | null;
  reason: string;
}>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = :reason
  WHERE user_id = :userId AND revoked_at IS NULL AND expires_at > now()
    AND (:sessionId::text IS NULL OR id = :sessionId)
    AND (:exceptId::text IS NULL OR id <> :exceptId)`,
);
