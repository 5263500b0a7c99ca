import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes a transfer of a refund, or asks the provider about one that is under way. */
export const refundPaymentJob = defineJob({
  name: 'payments.refund',
  // Releases before 0.2 read the transfer's id as "refundId", and queued it so; they may still run.
  schema: z
    .object({ transferId: z.string().optional(), refundId: z.string() })
    .transform(({ transferId, refundId }) => ({ transferId: transferId ?? refundId })),
  // Pauses of e^n seconds: 14 attempts span some ten days.
  maxAttempts: 14,
});
