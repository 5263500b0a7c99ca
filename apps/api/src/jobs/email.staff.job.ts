import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** What staff are told of: the events' own names. */
export const staffMailKinds = [
  'payment.amount_mismatch',
  'payment.missing',
  'payment.authorization_lost',
  'refund.unspendable',
  'dispute.opened',
  'dispute.won',
  'dispute.lost',
] as const;

export type StaffMailKind = (typeof staffMailKinds)[number];

/** Tells staff of a payment that waits for them, or of a dispute. */
export const emailStaffJob = defineJob({
  name: 'email.staff',
  schema: z.object({
    kind: z.enum(staffMailKinds),
    paymentId: z.string(),
    disputeId: z.string().optional(),
  }),
  // As email.order.job.ts: a day and a half.
  maxAttempts: 15,
});
