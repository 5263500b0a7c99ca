import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes open carts whose time is up. By the clock. */
export const purgeCartsJob = defineJob({
  name: 'carts.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
