import { signInProvidersEvents } from '../events/signInProviders.events.ts';
import { defineMail } from './defineMail.ts';

const to = 'customer';

/** The mails to someone whose account is opened by a provider from now on, or no longer. */
export const signInProviderMails = {
  linked: defineMail(signInProvidersEvents, {
    to,
    name: 'identity.linked',
    event: 'identity.linked',
  }),
  removed: defineMail(signInProvidersEvents, {
    to,
    name: 'identity.removed',
    event: 'identity.removed',
  }),
};
