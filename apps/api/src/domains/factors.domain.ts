import { factorEvents } from '../events/factors.events.ts';
import { factorMails } from '../mails/factors.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const factors = defineDomain({
  idPrefixes: { passkey: 'psk', rememberedDevice: 'dev' },
  errors: {
    challenge_void: [401, 'The sign-in has expired'],
    factor_enrolment_required: [403, 'Staff need a second factor'],
    factor_exists: [409, 'There is an authenticator app already'],
    factor_missing: [409, 'There is no second factor'],
    too_many_passkeys: [409, 'There are too many passkeys'],
    factor_invalid: [422, 'The second factor is not valid'],
  },
  tags: {
    'Second factors': {
      group: 'Storefront',
      description:
        'Authenticator apps, passkeys, backup codes, and the devices on which they are not asked for.',
    },
  },
  events: factorEvents,
  mails: Object.values(factorMails),
});
