import { z } from 'zod';
import { authEvents } from '../events/auth.events.ts';
import { defineDomain } from './defineDomain.ts';

export const auth = defineDomain({
  idPrefixes: { user: 'usr', session: 'ses' },
  errors: {
    invalid_credentials: [401, 'The address or the password is wrong'],
    invalid_refresh_token: [401, 'The refresh token is not valid'],
    email_not_verified: [403, 'The e-mail address is not verified'],
    factor_required: [403, 'A fresh second factor is required'],
    csrf_token_invalid: [403, 'The CSRF token is missing or wrong'],
  },
  ownPermissions: { 'account:read': 'user', 'account:write': 'user' },
  tags: {
    Accounts: { group: 'Storefront', description: 'Sign-up, sign-in and sessions.' },
  },
  events: authEvents,
  busEvents: {
    /** Sent by triggers: a session, account, role or grant has changed. `userId` null is "anyone's". */
    'identity.changed': z.object({ userId: z.string().nullable() }),
  },
});
