import { emailStaffJob, staffMailKinds } from '../jobs/email.staff.job.ts';
import { defineSubscriber } from './defineSubscriber.ts';
import { disputeEvents } from './disputes.events.ts';
import { paymentEvents } from './payments.events.ts';
import { refundEvents } from './refunds.events.ts';

/** A cancellation voids the authorization first and closes the order then: staff need not hear of that. */
const SECOND_THOUGHTS_MS = 2 * 60_000;

/** The mails to staff about payments that wait for them, and about disputes. */
export const staffMailSubscriber = defineSubscriber({
  consumer: 'staffMail',
  schemas: { ...paymentEvents, ...refundEvents, ...disputeEvents },
  events: staffMailKinds,
  job: emailStaffJob,
  payloadOf: ({ type: kind, payload }) => ({
    kind,
    paymentId: payload.paymentId,
    ...('disputeId' in payload && { disputeId: payload.disputeId }),
  }),
  delayMsOf: ({ type }) => (type === 'payment.authorization_lost' ? SECOND_THOUGHTS_MS : 0),
});
