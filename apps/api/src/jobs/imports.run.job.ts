import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Imports an uploaded catalogue. Two at a time would only alternate. */
export const runImportJob = defineJob({
  name: 'imports.run',
  schema: z.object({ importId: z.string() }),
  maxAttempts: 12,
  priority: 10,
  isAlone: true,
});
