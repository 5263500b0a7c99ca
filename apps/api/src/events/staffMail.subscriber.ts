import { emailStaffJob, staffMailKinds } from '../jobs/email.staff.job.ts';
import { defineSubscriber } from './defineSubscriber.ts';

/** A cancellation lets go of what is held first and ends the order then: that is no news by itself. */
const SECOND_THOUGHTS_MS = 2 * 60_000;

/** The mails to staff about payments that wait for them, and about disputes. */
export const staffMailSubscriber = defineSubscriber({
  consumer: 'staffMail',
  events: staffMailKinds,
  job: emailStaffJob,
  payloadOf: ({ type: kind, payload }) => ({
    kind,
    paymentId: payload.paymentId,
    ...('disputeId' in payload && { disputeId: payload.disputeId }),
  }),
  delayMsOf: ({ type }) => (type === 'payment.authorization_lost' ? SECOND_THOUGHTS_MS : 0),
});
