import { emailStaffJob, staffMailKinds } from '../jobs/email.staff.job.ts';
import type { QueueService } from '../services/queue.service.ts';
import { defineSubscriber } from './defineSubscriber.ts';

/** A cancellation lets go of what is held first and ends the order then: that is no news by itself. */
const SECOND_THOUGHTS_MS = 2 * 60_000;

/** The mails to staff about payments that wait for them, and about disputes. */
export const staffMailSubscriber = defineSubscriber({
  consumer: 'staffMail',
  events: staffMailKinds,
  maxAttempts: 10,
  async handle({ type: kind, payload }, ctx, { queue }: { queue: QueueService }) {
    const { paymentId } = payload;
    const about = 'disputeId' in payload ? { disputeId: payload.disputeId } : {};
    const isLate = kind === 'payment.authorization_lost';
    const options = isLate ? { runAt: new Date(Date.now() + SECOND_THOUGHTS_MS) } : {};
    await queue.enqueue(ctx, emailStaffJob, { kind, paymentId, ...about }, options);
  },
});
