import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes old sessions and tokens, and registrations that were never used. By the clock. */
export const purgeAccountsJob = defineJob({
  name: 'auth.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
