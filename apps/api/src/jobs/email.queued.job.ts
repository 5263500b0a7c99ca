import { z } from 'zod';
import { defineJob } from './defineJob.ts';

// Jobs of earlier releases that may still be queued; nothing enqueues them any more.

export const queuedOrderEmailJob = defineJob({
  name: 'email.order',
  schema: z.object({
    orderId: z.string(),
    kind: z.enum(['confirmation', 'expired', 'refundDue', 'paidTwice']),
    isWanted: z.boolean().default(true),
  }),
  maxAttempts: 15,
});

export const queuedRefundEmailJob = defineJob({
  name: 'email.refund',
  schema: z.object({ refundId: z.string(), kind: z.enum(['refunded', 'failed']) }),
  maxAttempts: 15,
});

export const queuedStaffEmailJob = defineJob({
  name: 'email.staff',
  schema: z.object({
    kind: z.string(),
    paymentId: z.string(),
    disputeId: z.string().optional(),
  }),
  maxAttempts: 15,
});
