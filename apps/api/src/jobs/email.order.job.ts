import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Of earlier releases, and perhaps still queued: mails are sent by `email.send` now. */
export const emailOrderJob = defineJob({
  name: 'email.order',
  schema: z.object({
    orderId: z.string(),
    kind: z.enum(['confirmation', 'expired', 'refundDue', 'paidTwice']),
    isWanted: z.boolean().default(true),
  }),
  maxAttempts: 15,
});
