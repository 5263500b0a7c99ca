import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes counts of limits whose window has ended. By the clock. */
export const purgeLimitsJob = defineJob({
  name: 'limits.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
