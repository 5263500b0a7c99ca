import { z } from 'zod';
import { defineJob } from './defineJob.ts';

const refundMailKinds = ['refunded', 'failed'] as const;

export type RefundMailKind = (typeof refundMailKinds)[number];

/** Sends a mail about a refund: to its customer that it went back, or to staff that it did not. */
export const emailRefundJob = defineJob({
  name: 'email.refund',
  schema: z.object({ refundId: z.string(), kind: z.enum(refundMailKinds) }),
  // As email.order.job.ts: a day and a half.
  maxAttempts: 15,
});
