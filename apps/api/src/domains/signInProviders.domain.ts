import { signInProvidersEvents } from '../events/signInProviders.events.ts';
import { signInProviderMails } from '../mails/signInProviders.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const signInProviders = defineDomain({
  idPrefixes: { identity: 'idn' },
  errors: {
    redirect_not_allowed: [400, 'The page is not one of the shop'],
    sign_in_code_invalid: [401, 'The code of the sign-in is not valid'],
    account_exists: [409, 'There is an account with this address'],
    identity_taken: [409, 'The account at the provider belongs to another account'],
    last_sign_in_method: [409, 'It is the last way to sign in'],
    provider_email_missing: [422, 'The provider gives no e-mail address'],
    sign_in_provider_unavailable: [503, 'The provider cannot be reached'],
  },
  tags: {
    'Sign-in providers': {
      group: 'Storefront',
      description: 'Sign-in with Google, GitHub and providers of OpenID Connect.',
    },
  },
  events: signInProvidersEvents,
  mails: Object.values(signInProviderMails),
});
