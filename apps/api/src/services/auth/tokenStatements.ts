import { statement } from '../../db/statement.ts';
import { SUPERSEDE_OTHERS } from '../staff/sql.ts';

export interface TokenHolder {
  readonly userId: string;
  /** The address that the token proves. */
  readonly email: string;
  /** Whether it can still be used. */
  readonly isValid: boolean;
  /** Whether the user has proved this very address. */
  readonly isProved: boolean;
  /** Whether it was used, and someone has proved the address. */
  readonly isSpent: boolean;
  readonly passwordHash: string | null;
}

/** A token of a mail, with its user; as it is now, also where the transaction has waited for a lock. */
export const selectToken = statement('auth.token')<{ hash: string; purpose: string }, TokenHolder>(
  `SELECT t.user_id AS "userId", t.email, u.password_hash AS "passwordHash",
    t.used_at IS NULL AND t.expires_at > clock_timestamp() AND u.status = 'active' AS "isValid",
    u.email_verified_at IS NOT NULL AND u.email_key = t.email AS "isProved",
    t.used_at IS NOT NULL AND EXISTS (SELECT FROM users o WHERE o.email_key = t.email
      AND o.email_verified_at IS NOT NULL AND o.status = 'active') AS "isSpent"
  FROM user_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.hash = :hash AND t.purpose = :purpose`,
);

/**
 * Uses a token: of two racers one does. The user's row is locked first, as when a token is issued, so
 * that two links of one user do not wait for each other. The clock is asked, not `now()`: while the
 * transaction waited, the token may have been voided, at a time after the transaction began.
 */
export const takeToken = statement('auth.take_token')<
  { hash: string; purpose: string },
  { userId: string; email: string }
>(
  `WITH holder AS (
    SELECT u.id FROM users u JOIN user_tokens t ON t.user_id = u.id
    WHERE t.hash = :hash FOR UPDATE OF u
  )
  UPDATE user_tokens t SET used_at = now() FROM holder
  WHERE t.user_id = holder.id AND t.hash = :hash AND t.purpose = :purpose
    AND t.used_at IS NULL AND t.expires_at > clock_timestamp()
  RETURNING t.user_id AS "userId", t.email`,
);

const MAX_TOKENS_AN_HOUR = 5;

/**
 * Issues a token and voids the older ones of its purpose, unless one for the same address was issued
 * a moment ago, or too many within an hour, not counting those before one that was used.
 * The user's row is locked, so that of parallel requests one issues a token.
 */
export const insertToken = statement('auth.issue_token')<
  {
    id: string;
    hash: string;
    userId: string;
    purpose: string;
    email: string;
    seconds: number;
    pauseSeconds: number;
  },
  { id: string }
>(
  `WITH holder AS (
    SELECT id FROM users u WHERE u.id = :userId AND u.status = 'active' FOR UPDATE
  ), due AS (
    SELECT id FROM holder WHERE NOT EXISTS (
      SELECT FROM user_tokens t WHERE t.user_id = :userId AND t.purpose = :purpose
        AND t.email = :email AND t.created_at > now() - :pauseSeconds::int * interval '1 second'
        AND t.used_at IS NULL AND t.expires_at > now())
      AND ${MAX_TOKENS_AN_HOUR} > (SELECT count(*) FROM user_tokens t
        WHERE t.user_id = :userId AND t.purpose = :purpose AND t.email = :email
          AND t.created_at > now() - interval '1 hour' AND t.created_at > coalesce(
            (SELECT max(o.used_at) FROM user_tokens o
              WHERE o.user_id = :userId AND o.purpose = :purpose AND o.email = :email),
            '-infinity'))
  ), voided AS (
    UPDATE user_tokens t SET expires_at = now() FROM due
    WHERE t.user_id = due.id AND t.purpose = :purpose AND t.used_at IS NULL
      AND t.expires_at > now()
  )
  INSERT INTO user_tokens (id, hash, user_id, purpose, email, expires_at)
  SELECT :id, :hash, due.id, :purpose, :email, now() + :seconds::int * interval '1 second' FROM due
  RETURNING id`,
);

/** Voids the unused tokens of a purpose, such as those to reset a password that was changed. */
export const voidTokens = statement('auth.void_tokens')<{ userId: string; purpose: string }>(
  `UPDATE user_tokens SET expires_at = now()
  WHERE user_id = :userId AND purpose = :purpose AND used_at IS NULL AND expires_at > now()`,
);

/**
 * Marks an address as proved; without proof that its holder chose the password, that is taken away.
 * A user who has proved it already loses nothing to someone who is not known to hold the account.
 */
export const proveAddress = statement('auth.prove_address')<
  { userId: string; email: string; keepsPassword: boolean; isHolder: boolean },
  { customerId: string | null; isFirst: boolean },
  'isFirst'
>(
  `WITH before AS (
    SELECT id, email_verified_at IS NULL AS is_first FROM users WHERE id = :userId FOR UPDATE
  ), proved AS (
    UPDATE users SET email = :email, email_key = :email, email_verified_at = now(),
      updated_at = now(),
      former_email_keys = CASE WHEN email_verified_at IS NULL OR email_key = :email THEN former_email_keys
        ELSE array_append(array_remove(former_email_keys, email_key), email_key) END,
      password_hash = CASE WHEN :keepsPassword::bool THEN password_hash END,
      password_changed_at = CASE WHEN :keepsPassword::bool THEN password_changed_at ELSE now() END
    FROM before WHERE users.id = before.id AND status = 'active'
      AND (:isHolder::bool OR email_verified_at IS NULL OR email_key <> :email)
    RETURNING users.id, before.is_first
  )
  SELECT c.id AS "customerId", proved.is_first AS "isFirst" FROM proved
  LEFT JOIN customers c ON c.user_id = proved.id AND c.merged_into_id IS NULL`,
);

/** Those who have registered with an address and not proved it, the one of a link first. */
export const selectUnproved = statement('auth.unproved')<
  { email: string; linked: string; limit: number },
  { userId: string; passwordHash: string | null }
>(
  `SELECT id AS "userId", password_hash AS "passwordHash" FROM users
  WHERE email_key = :email AND email_verified_at IS NULL AND status = 'active'
  ORDER BY id <> :linked, password_hash IS NULL, created_at, id LIMIT :limit`,
);

/** Disables the users who registered with an address that someone else has proved. */
export const supersedeOthers = statement('auth.supersede')<
  { userId: string; email: string },
  { userId: string }
>(SUPERSEDE_OTHERS);

/**
 * Whom a mail to an address concerns: the one who has proved it; else of those who have not the one who
 * asks, or the newest.
 */
export const selectMailed = statement('auth.mailed')<
  { email: string; onlyUnproved: boolean; asking: string },
  { userId: string; isProved: boolean }
>(
  `SELECT id AS "userId", email_verified_at IS NOT NULL AS "isProved" FROM users
  WHERE email_key = :email AND status = 'active'
    AND (NOT :onlyUnproved::bool OR email_verified_at IS NULL)
  ORDER BY email_verified_at IS NULL, id <> :asking, created_at DESC, id DESC LIMIT 1`,
);

/** Sets a password; `before` is the hash that it replaces, where that was looked at. */
export const setPassword = statement('auth.set_password')<{
  userId: string;
  hash: string;
  email: string | null;
  before: string | null;
}>(
  `UPDATE users SET password_hash = :hash, password_changed_at = now(), updated_at = now()
  WHERE id = :userId AND status = 'active' AND (:email::text IS NULL OR email_key = :email)
    AND (:before::text IS NULL OR password_hash = :before)`,
);

/** The password has just been asked for. */
export const markAuthenticated = statement('auth.mark_authenticated')<{ sessionId: string }>(
  `UPDATE sessions SET authenticated_at = now() WHERE id = :sessionId AND revoked_at IS NULL`,
);

/** What a change of the account is checked against. */
export const selectCredentials = statement('auth.credentials')<
  { userId: string },
  { email: string; passwordHash: string | null }
>(
  `SELECT email_key AS email, password_hash AS "passwordHash" FROM users
  WHERE id = :userId AND status = 'active'`,
);
