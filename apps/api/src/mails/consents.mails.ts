import { consentEvents } from '../events/consents.events.ts';
import { defineMail } from './defineMail.ts';

/** The mail that asks whether an address wants newsletters; without a click it gets none. */
export const consentMails = {
  confirmation: defineMail(consentEvents, {
    name: 'newsletter.confirmation',
    event: 'newsletter.requested',
    to: 'customer',
  }),
};
