import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes objects of the storage that no row has. By the clock. */
export const sweepMediaJob = defineJob({
  name: 'media.sweep',
  schema: z.object({}),
  maxAttempts: 3,
  priority: 10,
});
