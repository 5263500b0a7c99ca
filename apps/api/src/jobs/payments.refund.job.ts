import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes a transfer of a refund, or asks the provider after one that is under way; `refundId` is the transfer's. */
export const refundPaymentJob = defineJob({
  name: 'payments.refund',
  schema: z.object({ refundId: z.string() }),
  // Pauses of e^n seconds: 14 attempts span some ten days.
  maxAttempts: 14,
});
