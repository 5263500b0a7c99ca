import { disputeEvents } from '../events/disputes.events.ts';
import { defineMail } from './defineMail.ts';

const common = { to: 'staff', consumer: 'staffMail' } as const;

/** The mails to staff about disputes. */
export const disputeMails = {
  opened: defineMail(disputeEvents, { ...common, name: 'dispute.opened', event: 'dispute.opened' }),
  won: defineMail(disputeEvents, { ...common, name: 'dispute.won', event: 'dispute.won' }),
  lost: defineMail(disputeEvents, { ...common, name: 'dispute.lost', event: 'dispute.lost' }),
};
