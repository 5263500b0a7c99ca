import type { Shown } from '../kernel/route.ts';
import type { Invitation } from '../services/invitations.service.ts';
import type { invitationSchema } from '../validators/invitations.validator.ts';

export function presentInvitation(invitation: Invitation): Shown<typeof invitationSchema> {
  const time = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: invitation.id,
    email: invitation.email,
    locale: invitation.locale,
    roleIds: invitation.roleIds,
    grantExpiresAt: time(invitation.grantExpiresAt),
    status: invitation.status,
    sends: invitation.sends,
    sentAt: invitation.sentAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    acceptedAt: time(invitation.acceptedAt),
    revokedAt: time(invitation.revokedAt),
    invitedBy: invitation.invitedBy,
    createdAt: invitation.createdAt.toISOString(),
  };
}
