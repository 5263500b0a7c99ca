import { withDeps } from '../utils/withDeps.ts';
import { acceptInvitation } from './invitations/accept.ts';
import type { InvitationsDeps } from './invitations/deps.ts';
import { getInvitation, listInvitations } from './invitations/findInvitations.ts';
import { invite, resendInvitation, revokeInvitation } from './invitations/send.ts';

export type { Invitation } from './invitations/findInvitations.ts';

export type InvitationsService = ReturnType<typeof createInvitationsService>;

/** How people join the staff. */
export function createInvitationsService(deps: InvitationsDeps) {
  return {
    get: getInvitation,
    ...withDeps(deps, {
      list: listInvitations,
      invite,
      resend: resendInvitation,
      revoke: revokeInvitation,
      accept: acceptInvitation,
    }),
  };
}
