import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Erases a customer. It has to end some day, so it is tried for about a week. */
export const eraseDataJob = defineJob({
  name: 'dataRequests.erase',
  schema: z.object({ requestId: z.string() }),
  maxAttempts: 35,
});
