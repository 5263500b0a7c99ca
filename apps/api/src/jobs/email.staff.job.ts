import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Of earlier releases, and perhaps still queued: mails are sent by `email.send` now. */
export const emailStaffJob = defineJob({
  name: 'email.staff',
  schema: z.object({
    kind: z.string(),
    paymentId: z.string(),
    disputeId: z.string().optional(),
  }),
  maxAttempts: 15,
});
