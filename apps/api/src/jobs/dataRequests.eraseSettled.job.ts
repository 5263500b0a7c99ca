import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Erases guests' orders that an erasure left in work, once they are settled. By the clock. */
export const eraseSettledOrdersJob = defineJob({
  name: 'dataRequests.eraseSettled',
  schema: z.object({}),
  maxAttempts: 3,
});
