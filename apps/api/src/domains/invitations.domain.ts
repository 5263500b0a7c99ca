import { invitationEvents } from '../events/invitations.events.ts';
import { invitationMails } from '../mails/invitations.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const invitations = defineDomain({
  idPrefixes: { invitation: 'inv' },
  errors: {
    sign_in_required: [401, 'The address has an account: sign in first'],
  },
  tags: {
    Invitations: {
      group: 'Staff',
      description: 'People join the staff by a link that is mailed to them.',
    },
  },
  events: invitationEvents,
  mails: Object.values(invitationMails),
});
