import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Voids the authorization of an order that can no longer be fulfilled. */
export const voidPaymentJob = defineJob({
  name: 'payments.void',
  schema: z.object({ paymentId: z.string() }),
  // Delays of e^n seconds (at most six hours): a week, after which the authorization ends anyway.
  maxAttempts: 36,
});
