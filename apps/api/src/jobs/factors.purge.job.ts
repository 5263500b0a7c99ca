import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes challenges and remembered devices that have expired. By the clock. */
export const purgeFactorsJob = defineJob({
  name: 'factors.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
