import { statement } from '../../db/statement.ts';

/** Of all answers of a person, so that many challenges give no more guesses than one. */
const WINDOW = `interval '1 hour'`;

/** Counts an answer before it is looked at. */
export const countAttempt = statement('factors.count_attempt')<
  { userId: string },
  { tries: number; secondsLeft: number }
>(
  `INSERT INTO factor_attempts AS a (user_id, tries, since) VALUES (:userId, 1, now())
  ON CONFLICT (user_id) DO UPDATE SET
    tries = CASE WHEN a.since < now() - ${WINDOW} THEN 1 ELSE a.tries + 1 END,
    since = CASE WHEN a.since < now() - ${WINDOW} THEN now() ELSE a.since END
  RETURNING a.tries, ceil(extract(epoch FROM a.since + ${WINDOW} - now()))::int AS "secondsLeft"`,
);

export const forgetAttempts = statement('factors.forget_attempts')<{ userId: string }>(
  `DELETE FROM factor_attempts WHERE user_id = :userId`,
);

/** A new secret, unless one is confirmed already. */
export const putPendingSecret = statement('factors.begin_totp')<
  { userId: string; secret: string },
  { userId: string }
>(
  `INSERT INTO totp_secrets AS t (user_id, secret) VALUES (:userId, :secret)
  ON CONFLICT (user_id) DO UPDATE SET secret = :secret, created_at = now(), last_step = NULL
    WHERE t.confirmed_at IS NULL
  RETURNING t.user_id AS "userId"`,
);

export const selectTotp = statement('factors.find_totp')<
  { userId: string; isConfirmed: boolean },
  { secret: string }
>(
  `SELECT secret FROM totp_secrets WHERE user_id = :userId AND (confirmed_at IS NOT NULL) = :isConfirmed::bool
    AND (confirmed_at IS NOT NULL OR created_at > now() - interval '15 minutes')`,
);

/** Accepts the code of a time step, once: of two that come at the same time one is late. */
export const acceptStep = statement('factors.accept_step')<
  { userId: string; secret: string; newSecret: string; step: number; isConfirmed: boolean },
  { userId: string }
>(
  `UPDATE totp_secrets SET last_step = :step, secret = :newSecret, confirmed_at = coalesce(confirmed_at, now())
  WHERE user_id = :userId AND secret = :secret AND (confirmed_at IS NOT NULL) = :isConfirmed::bool
    AND (last_step IS NULL OR last_step < :step)
  RETURNING user_id AS "userId"`,
);

/** Uses a backup code up. The count is of before, so it still holds this one. */
export const acceptBackupCode = statement('factors.accept_backup_code')<
  { hash: string; userId: string },
  { left: number }
>(
  `WITH used AS (
    UPDATE backup_codes SET used_at = now()
    WHERE hash = :hash AND user_id = :userId AND used_at IS NULL
    RETURNING user_id
  )
  SELECT ((SELECT count(*) FROM backup_codes b WHERE b.user_id = used.user_id AND b.used_at IS NULL) - 1)::int
    AS left FROM used`,
);

/** What proves more of a session's holder from now on. */
export const markSession = statement('factors.mark_session')<{
  sessionId: string;
  isFactor: boolean;
}>(
  `UPDATE sessions SET factor_at = CASE WHEN :isFactor::bool THEN now() ELSE factor_at END,
    authenticated_at = CASE WHEN :isFactor::bool THEN authenticated_at ELSE now() END
  WHERE id = :sessionId AND revoked_at IS NULL`,
);

/** A challenge that is still open is closed by who answers it first. */
export const consumeWebauthnChallenge = statement('factors.consume_webauthn')<
  { hash: string; purpose: string; userId: string | null },
  { hash: string }
>(
  `DELETE FROM webauthn_challenges WHERE hash = :hash AND purpose = :purpose
    AND user_id IS NOT DISTINCT FROM :userId AND expires_at > now()
  RETURNING hash`,
);

export const insertWebauthnChallenge = statement('factors.add_webauthn')<{
  hash: string;
  purpose: string;
  userId: string | null;
}>(
  `INSERT INTO webauthn_challenges (hash, purpose, user_id, expires_at)
  VALUES (:hash, :purpose, :userId, now() + interval '5 minutes')`,
);

export interface KeyRow {
  readonly id: string;
  readonly userId: string;
  /** COSE, in base 64. */
  readonly publicKey: string;
  readonly isSuspected: boolean;
  /** Of its user: a sign-in ends before a change that comes between. */
  readonly passwordChangedAt: Date | null;
}

export const selectPasskey = statement('factors.find_passkey')<{ credentialId: string }, KeyRow>(
  `SELECT p.id, p.user_id AS "userId", encode(p.public_key, 'base64') AS "publicKey", p.suspected_at IS NOT NULL AS "isSuspected",
    u.password_changed_at AS "passwordChangedAt"
  FROM passkeys p JOIN users u ON u.id = p.user_id AND u.status = 'active'
  WHERE p.credential_id = :credentialId`,
);

/** Moves a passkey's counter on. One that does not count stays at 0. */
export const advanceCounter = statement('factors.advance_counter')<
  { id: string; counter: number; isBackedUp: boolean },
  { id: string }
>(
  `UPDATE passkeys SET counter = :counter::bigint, is_backed_up = :isBackedUp, last_used_at = now()
  WHERE id = :id AND suspected_at IS NULL
    AND (counter < :counter::bigint OR (counter = 0 AND :counter::bigint = 0))
  RETURNING id`,
);

export const suspectPasskey = statement('factors.suspect_passkey')<
  { id: string },
  { userId: string; name: string }
>(
  `UPDATE passkeys SET suspected_at = now() WHERE id = :id AND suspected_at IS NULL
  RETURNING user_id AS "userId", name`,
);

/** Until the transaction ends, so that parallel registrations are counted one by one. */
export const lockUser = statement('factors.lock_user')<{ userId: string }>(
  `SELECT id FROM users WHERE id = :userId FOR NO KEY UPDATE`,
);

export interface FactorsRow {
  readonly hasTotp: boolean;
  readonly codesLeft: number;
  readonly passkeys: readonly { id: string; transports: string[]; isSuspected: boolean }[];
}

/** What a user can prove with. */
export const selectFactors = statement('factors.of_user')<{ userId: string }, FactorsRow>(
  `SELECT EXISTS (SELECT FROM totp_secrets t WHERE t.user_id = :userId AND t.confirmed_at IS NOT NULL)
      AS "hasTotp",
    (SELECT count(*)::int FROM backup_codes b WHERE b.user_id = :userId AND b.used_at IS NULL)
      AS "codesLeft",
    (SELECT coalesce(json_agg(json_build_object('id', p.credential_id, 'transports', p.transports,
        'isSuspected', p.suspected_at IS NOT NULL) ORDER BY p.created_at), '[]')
      FROM passkeys p WHERE p.user_id = :userId) AS passkeys`,
);

/** When the second factor was given on a device that is remembered, unless the password is newer. */
export const useDevice = statement('factors.use_device')<
  { hash: string; userId: string },
  { factorAt: Date }
>(
  `UPDATE remembered_devices d SET last_used_at = now()
  FROM users u
  WHERE d.hash = :hash AND d.user_id = :userId AND d.expires_at > now() AND u.id = d.user_id
    AND d.created_at > coalesce(u.password_changed_at, '-infinity')
  RETURNING d.created_at AS "factorAt"`,
);

export const insertDevice = statement('factors.remember_device')<{
  id: string;
  hash: string;
  userId: string;
  userAgent: string | null;
  ip: string | null;
}>(
  `INSERT INTO remembered_devices (id, hash, user_id, user_agent, ip, expires_at)
  VALUES (:id, :hash, :userId, :userAgent, :ip, now() + interval '30 days')
  ON CONFLICT (hash) DO UPDATE SET created_at = now(), expires_at = now() + interval '30 days'`,
);

export const insertChallenge = statement('factors.open_challenge')<
  {
    hash: string;
    userId: string;
    mode: string;
    method: string;
    device: string;
    passwordChangedAt: Date | null;
  },
  { expiresAt: Date }
>(
  `INSERT INTO sign_in_challenges (hash, user_id, mode, method, device, password_changed_at, expires_at)
  VALUES (:hash, :userId, :mode, :method, :device, :passwordChangedAt, now() + interval '5 minutes')
  RETURNING expires_at AS "expiresAt"`,
);

export interface OpenChallenge {
  readonly userId: string;
  readonly mode: 'bearer' | 'cookie';
  readonly method: 'password' | 'provider';
  readonly passwordChangedAt: Date | null;
  readonly triesLeft: number;
}

/** Takes one of the tries of a challenge, before the answer is looked at. */
export const takeTry = statement('factors.take_try')<
  { hash: string; device: string; maxTries: number },
  OpenChallenge
>(
  `UPDATE sign_in_challenges SET tries = tries + 1
  WHERE hash = :hash AND device = :device AND used_at IS NULL AND expires_at > now()
    AND tries < :maxTries
  RETURNING user_id AS "userId", mode, method, password_changed_at AS "passwordChangedAt",
    :maxTries - tries AS "triesLeft"`,
);

/** Closes a challenge that was answered: it opens one session. */
export const closeChallenge = statement('factors.close_challenge')<
  { hash: string },
  { hash: string }
>(
  `UPDATE sign_in_challenges SET used_at = now() WHERE hash = :hash AND used_at IS NULL
  RETURNING hash`,
);

/** Ends all sessions of someone whose factors are removed. */
export const endSessions = statement('factors.end_sessions')<{ userId: string }>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = 'factors_reset'
  WHERE user_id = :userId AND revoked_at IS NULL`,
);
