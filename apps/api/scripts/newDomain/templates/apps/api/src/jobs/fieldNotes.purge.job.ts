import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes field notes that were withdrawn long ago. The clock queues it. */
export const purgeFieldNotesJob = defineJob({
  name: 'fieldNotes.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
