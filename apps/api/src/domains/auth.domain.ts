import { z } from 'zod';
import { defineDomain } from './defineDomain.ts';

export const auth = defineDomain({
  idPrefixes: { user: 'usr', session: 'ses' },
  errors: {
    email_not_verified: [403, 'The e-mail address is not verified'],
    factor_required: [403, 'A fresh second factor is required'],
    csrf_token_invalid: [403, 'The CSRF token is missing or wrong'],
  },
  ownPermissions: { 'account:read': 'user', 'account:write': 'user' },
  busEvents: {
    /** Sent by triggers: a session, account, role or grant has changed. `userId` null is "anyone's". */
    'identity.changed': z.object({ userId: z.string().nullable() }),
  },
});
