import { invitationEvents } from '../events/invitations.events.ts';
import { defineMail } from './defineMail.ts';

/** The mail whose link makes someone a member of staff. */
export const invitationMails = {
  invitation: defineMail(invitationEvents, {
    name: 'invitation.sent',
    event: 'invitation.sent',
    to: 'customer',
  }),
};
