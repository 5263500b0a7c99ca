import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes keys that are honoured no longer. By the clock. */
export const purgeIdempotencyKeysJob = defineJob({
  name: 'idempotency.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
