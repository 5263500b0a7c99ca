/**
 * Disables for good the users who registered with an address that another user has proved; takes
 * `:email` and `:userId`, who stays. A row is whose sessions are to be ended.
 */
export const SUPERSEDE_OTHERS = `UPDATE users
  SET status = 'disabled', superseded_at = now(), updated_at = now()
  WHERE email_key = :email AND id <> :userId AND email_verified_at IS NULL AND status = 'active'
  RETURNING id AS "userId"`;
