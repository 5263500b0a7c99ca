import { factorEvents } from '../events/factors.events.ts';
import { defineMail } from './defineMail.ts';

const common = { to: 'customer', consumer: 'factorMail' } as const;

/** The mails to someone whose second factors change, since a thief would change them, too. */
export const factorMails = {
  added: defineMail(factorEvents, { ...common, name: 'factor.added', event: 'factor.added' }),
  removed: defineMail(factorEvents, { ...common, name: 'factor.removed', event: 'factor.removed' }),
  reset: defineMail(factorEvents, { ...common, name: 'factor.reset', event: 'factor.reset' }),
  codesMade: defineMail(factorEvents, {
    ...common,
    name: 'factor.codesMade',
    event: 'factor.backup_codes_made',
  }),
  codeUsed: defineMail(factorEvents, {
    ...common,
    name: 'factor.codeUsed',
    event: 'factor.backup_code_used',
  }),
  suspected: defineMail(factorEvents, {
    ...common,
    name: 'factor.suspected',
    event: 'factor.passkey_suspected',
  }),
};
