import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes the files of exports whose link has ended. By the clock. */
export const purgeExportsJob = defineJob({
  name: 'dataRequests.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
