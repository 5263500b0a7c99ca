import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/**
 * Sends a mail. At least once: when the process dies between the mail server's "250 OK" and the end
 * of the job, the job runs again and the mail is sent again. Both carry the same Message-ID, by
 * which mail servers and readers recognize the second as the first.
 */
export const sendEmailJob = defineJob({
  name: 'email.send',
  schema: z.object({
    mail: z.string(),
    /** What the mail reads by: its event's payload. */
    about: z.record(z.string(), z.unknown()),
  }),
  // With pauses of e^n seconds (at most six hours), 15 attempts span a day and a half.
  maxAttempts: 15,
});
