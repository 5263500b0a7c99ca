import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes setups of cards that no one finished within a day. */
export const purgeSetupsJob = defineJob({
  name: 'paymentMethods.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
