/** Whether the user `u` has a second factor. Backup codes are none: they stand in for one that is lost. */
export const hasFactor = `(EXISTS (SELECT FROM totp_secrets t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id))`;
