import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Answers a request for a mail with a link, if the address is someone's. */
export const mailAccountJob = defineJob({
  name: 'auth.mail',
  schema: z.object({
    purpose: z.enum(['verify_email', 'reset_password']),
    email: z.string(),
    userId: z.string().optional(),
  }),
  maxAttempts: 5,
});
