import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes an allocation of a refund, or retrieves the status of a pending one from the provider. */
export const refundPaymentJob = defineJob({
  name: 'payments.refund',
  // Releases before 0.2 read the allocation's id as "refundId", and queued it so; they may still run.
  schema: z
    .object({ allocationId: z.string().optional(), refundId: z.string() })
    .transform(({ allocationId, refundId }) => ({ allocationId: allocationId ?? refundId })),
  // Pauses of e^n seconds: 14 attempts span some ten days.
  maxAttempts: 14,
});
