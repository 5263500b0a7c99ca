import { z } from 'zod';
import { authEvents } from '../events/auth.events.ts';
import { authMails } from '../mails/auth.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const auth = defineDomain({
  idPrefixes: { user: 'usr', session: 'ses', userToken: 'utk' },
  errors: {
    invalid_credentials: [401, 'The address or the password is wrong'],
    invalid_refresh_token: [401, 'The refresh token is not valid'],
    invalid_token: [400, 'The link is no longer valid'],
    wrong_password: [403, 'The password is wrong'],
    email_not_verified: [403, 'The e-mail address is not verified'],
    factor_required: [403, 'A fresh second factor is required'],
    csrf_token_invalid: [403, 'The CSRF token is missing or wrong'],
  },
  ownPermissions: { 'account:read': 'user', 'account:write': 'user' },
  tags: {
    Accounts: { group: 'Storefront', description: 'Sign-up, sign-in and sessions.' },
  },
  events: authEvents,
  mails: Object.values(authMails),
  busEvents: {
    /** Sent by triggers: a session, account, role or grant has changed. `userId` null is "anyone's". */
    'identity.changed': z.object({ userId: z.string().nullable() }),
  },
});
