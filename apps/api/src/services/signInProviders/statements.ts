import { statement } from '../../db/statement.ts';
import type { SessionMode } from '../../domains/auth.enums.ts';

/** How long a person may take at the provider, and then the page with the code. */
const AT_PROVIDER = `interval '10 minutes'`;
const AT_PAGE = `interval '2 minutes'`;

export const insertSignIn = statement('sign_in_providers.begin')<
  {
    stateHash: string;
    provider: string;
    secretHash: string;
    userId: string | null;
    mode: string;
    redirectTo: string;
  },
  { expiresAt: Date }
>(
  `INSERT INTO provider_sign_ins
    (state_hash, provider, secret_hash, user_id, mode, redirect_to, expires_at)
  VALUES (:stateHash, :provider, :secretHash, :userId, :mode, :redirectTo, now() + ${AT_PROVIDER})
  RETURNING expires_at AS "expiresAt"`,
);

/** The browser comes back: once. */
export const markReturned = statement('sign_in_providers.return')<
  { stateHash: string; provider: string },
  { redirectTo: string; isLink: boolean }
>(
  `UPDATE provider_sign_ins SET returned_at = now()
  WHERE state_hash = :stateHash AND provider = :provider AND returned_at IS NULL
    AND expires_at > now()
  RETURNING redirect_to AS "redirectTo", user_id IS NOT NULL AS "isLink"`,
);

/** Keeps whom the provider vouches for, until the page exchanges its code. */
export const keepPerson = statement('sign_in_providers.keep_person')<{
  stateHash: string;
  codeHash: string;
  person: string;
}>(
  `UPDATE provider_sign_ins
  SET code_hash = :codeHash, person = :person::jsonb, expires_at = now() + ${AT_PAGE}
  WHERE state_hash = :stateHash AND returned_at IS NOT NULL AND code_hash IS NULL`,
);

/** Takes what lies behind a code: once, for the client that began, and for its account alone. */
export const takeReturned = statement('sign_in_providers.take')<
  { codeHash: string; secretHash: string; userId: string | null },
  { provider: string; mode: SessionMode; person: unknown }
>(
  `DELETE FROM provider_sign_ins
  WHERE code_hash = :codeHash AND secret_hash = :secretHash AND expires_at > now()
    AND user_id IS NOT DISTINCT FROM :userId
  RETURNING provider, mode, person`,
);

/** Until the transaction ends, so that two sign-ins of a new person make one user. */
export const lockSubject = statement('sign_in_providers.lock_subject')<{ subject: string }>(
  `SELECT pg_advisory_xact_lock(hashtextextended('user_identities ' || :subject, 0))`,
);

/** Until the transaction ends, so that two ways to sign in are not removed at once. */
export const lockHolder = statement('sign_in_providers.lock_holder')<
  { userId: string },
  { hasPassword: boolean; passkeys: number }
>(
  `SELECT password_hash IS NOT NULL AS "hasPassword",
    (SELECT count(*)::int FROM passkeys p WHERE p.user_id = u.id AND p.suspected_at IS NULL)
      AS passkeys
  FROM users u WHERE id = :userId FOR UPDATE`,
);
