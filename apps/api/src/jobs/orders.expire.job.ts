import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Closes the unpaid orders whose time is up. Comes every minute, so a failed run is not repeated. */
export const expireOrdersJob = defineJob({
  name: 'orders.expire',
  schema: z.object({}),
  maxAttempts: 1,
});
