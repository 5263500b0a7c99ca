import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes the file of a customer's data, and sends its link. */
export const exportDataJob = defineJob({
  name: 'dataRequests.export',
  schema: z.object({ requestId: z.string() }),
  maxAttempts: 12,
});
