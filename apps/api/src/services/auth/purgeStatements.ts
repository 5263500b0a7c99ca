import { statement } from '../../db/statement.ts';

/** A session that has ended is kept so long, for questions about it. */
const KEPT = `interval '30 days'`;

/** Deletes sessions that ended long ago, with their tokens. */
export const purgeSessions = statement('auth.purge_sessions')<{ limit: number }>(
  `DELETE FROM sessions WHERE id IN (SELECT id FROM sessions
    WHERE expires_at < now() - ${KEPT} LIMIT :limit)`,
);

/** Deletes refresh tokens that have expired, of open sessions too: a token is issued at each refresh. */
export const purgeRefreshTokens = statement('auth.purge_refresh_tokens')<{ limit: number }>(
  `DELETE FROM refresh_tokens WHERE hash IN (SELECT hash FROM refresh_tokens
    WHERE expires_at < now() LIMIT :limit)`,
);

/** Deletes tokens of mails; used ones stay for a while, for the second click on a link. */
export const purgeUserTokens = statement('auth.purge_user_tokens')<{ limit: number }>(
  `DELETE FROM user_tokens WHERE hash IN (SELECT hash FROM user_tokens
    WHERE expires_at < now() - ${KEPT} LIMIT :limit)`,
);

/** Deletes counts of failed sign-ins that no longer count. */
export const purgeFailures = statement('auth.purge_failures')<{ limit: number }>(
  `DELETE FROM sign_in_failures WHERE key IN (SELECT key FROM sign_in_failures
    WHERE last_at < now() - interval '1 hour' LIMIT :limit)`,
);

/**
 * Whether a user `u` has never proved the address, has not signed in lately, and has nothing: then the
 * registration was a mistake, or a stranger's.
 */
const UNUSED = `u.email_verified_at IS NULL AND u.created_at < now() - ${KEPT}
  AND NOT EXISTS (SELECT FROM sessions s WHERE s.user_id = u.id
    AND greatest(s.last_seen_at, CASE WHEN s.revoked_at IS NULL THEN s.expires_at END) > now() - ${KEPT})
  AND NOT EXISTS (SELECT FROM role_grants g WHERE g.user_id = u.id)
  AND NOT EXISTS (SELECT FROM api_keys k WHERE k.owner_id = u.id)
  AND NOT EXISTS (SELECT FROM customers c WHERE c.user_id = u.id AND (
    c.merged_into_id IS NOT NULL
    OR EXISTS (SELECT FROM customers o WHERE o.merged_into_id = c.id)
    OR EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM carts o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM credit_accounts o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM payment_customers o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM saved_payment_methods o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM consents o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM company_members o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM files o WHERE o.customer_id = c.id)
    OR EXISTS (SELECT FROM data_requests o WHERE o.customer_id = c.id)))`;

/** Locks unused users, which holds back sign-ins, until they are deleted. */
export const lockUnused = statement('auth.lock_unused')<{ limit: number }, { id: string }>(
  `SELECT u.id FROM users u WHERE ${UNUSED} LIMIT :limit FOR UPDATE SKIP LOCKED`,
);

/** Deletes the commerce side of locked users, which may be in use since they were looked for. */
export const purgeUnusedCustomers = statement('auth.purge_customers')<{ ids: readonly string[] }>(
  `DELETE FROM customers USING users u
  WHERE customers.user_id = u.id AND u.id = ANY (:ids::text[]) AND ${UNUSED}`,
);

export const purgeUnusedUsers = statement('auth.purge_users')<{ ids: readonly string[] }>(
  `DELETE FROM users u WHERE u.id = ANY (:ids::text[]) AND ${UNUSED}
    AND NOT EXISTS (SELECT FROM customers c WHERE c.user_id = u.id)`,
);
