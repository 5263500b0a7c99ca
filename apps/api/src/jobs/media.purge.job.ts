import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes uploads whose time is over, and pictures that nothing refers to. By the clock. */
export const purgeMediaJob = defineJob({
  name: 'media.purge',
  schema: z.object({}),
  maxAttempts: 3,
  priority: 10,
});
