import { statement } from '../../db/statement.ts';

const OPEN = `accepted_at IS NULL AND revoked_at IS NULL`;

/** How long a link is valid. */
const VALID = `interval '7 days'`;

interface ClaimedInvitation {
  readonly id: string;
  readonly emailKey: string;
  readonly locale: string | null;
  readonly roleIds: string[];
  readonly grantExpiresAt: Date | null;
  readonly invitedBy: string;
}

const CLAIMED = `id, email_key AS "emailKey", locale, role_ids AS "roleIds",
  grant_expires_at AS "grantExpiresAt", invited_by AS "invitedBy"`;

/** An invitation that can be accepted. */
export const selectOpen = statement('invitations.open')<
  { tokenHash: string },
  ClaimedInvitation,
  'roleIds'
>(
  `SELECT ${CLAIMED} FROM invitations
   WHERE token_hash = :tokenHash AND ${OPEN} AND expires_at > now()`,
);

/** Takes an invitation: of those who come at the same time with one token, one gets it. */
export const claimInvitation = statement('invitations.claim')<
  { tokenHash: string },
  ClaimedInvitation,
  'roleIds'
>(
  `UPDATE invitations SET accepted_at = now()
   WHERE token_hash = :tokenHash AND ${OPEN} AND expires_at > now()
   RETURNING ${CLAIMED}`,
);

/** Locks an invitation, so that its mails are counted one by one. */
export const lockInvitation = statement('invitations.lock')<
  { id: string },
  { sends: number; isOpen: boolean }
>(`SELECT sends, ${OPEN} AS "isOpen" FROM invitations WHERE id = :id FOR UPDATE`);

/** Gives an invitation another link, and its time again. */
export const renewInvitation = statement('invitations.renew')<{
  id: string;
  tokenHash: string;
  invitedBy: string;
}>(
  `UPDATE invitations SET token_hash = :tokenHash, sends = sends + 1, sent_at = now(),
     invited_by = :invitedBy, expires_at = now() + ${VALID}
   WHERE id = :id`,
);

/** Revokes an invitation that was not accepted. */
export const revokeInvitationRow = statement('invitations.revoke')<{ id: string }, { id: string }>(
  `UPDATE invitations SET revoked_at = now() WHERE id = :id AND ${OPEN} RETURNING id`,
);
