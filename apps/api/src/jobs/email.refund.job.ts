import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Of earlier releases, and perhaps still queued: mails are sent by `email.send` now. */
export const emailRefundJob = defineJob({
  name: 'email.refund',
  schema: z.object({ refundId: z.string(), kind: z.enum(['refunded', 'failed']) }),
  maxAttempts: 15,
});
