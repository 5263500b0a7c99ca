import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes imports that ended long ago, with their reports. */
export const purgeImportsJob = defineJob({
  name: 'imports.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
