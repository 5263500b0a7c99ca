import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes objects of the storage whose rows a transaction has deleted, however long the storage is down. */
export const removeObjectsJob = defineJob({
  name: 'media.remove',
  schema: z.object({ keys: z.array(z.string()) }),
  maxAttempts: 25,
});
