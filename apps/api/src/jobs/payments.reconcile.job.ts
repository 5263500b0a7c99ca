import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/**
 * Compares the last days' payments, refunds and disputes with each payment provider, and learns its
 * fees. Comes every hour, so a failed run is not repeated.
 */
export const reconcilePaymentsJob = defineJob({
  name: 'payments.reconcile',
  schema: z.object({}),
  maxAttempts: 1,
  // No one waits for it, and it may take a while.
  priority: 10,
});
