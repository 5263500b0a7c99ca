import { consentEvents } from '../events/consents.events.ts';
import { consentMails } from '../mails/consents.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const consents = defineDomain({
  idPrefixes: { consent: 'con', newsletterRequest: 'nlr' },
  ownPermissions: { 'consents:read': 'verified', 'consents:write': 'verified' },
  tags: {
    Newsletter: {
      group: 'Storefront',
      description: 'Consent to newsletters: confirmed by mail, withdrawn by one click.',
    },
  },
  events: consentEvents,
  mails: Object.values(consentMails),
});
