import { consentEvents } from '../events/consents.events.ts';
import { consentMails } from '../mails/consents.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const consents = defineDomain({
  idPrefixes: { consent: 'con', newsletterRequest: 'nlr' },
  permissions: ['consents:import'],
  ownPermissions: { 'consents:read': 'verified', 'consents:write': 'verified' },
  tags: {
    Newsletter: {
      group: 'Storefront',
      description: 'Consent to newsletters: confirmed by mail, withdrawn by one click.',
    },
    Consents: {
      group: 'Staff',
      description: 'Consents that are taken over from another system.',
    },
  },
  events: consentEvents,
  mails: Object.values(consentMails),
});
