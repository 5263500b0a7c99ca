import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Begins a payment whose provider could not be reached at the checkout. */
export const openPaymentJob = defineJob({
  name: 'payments.open',
  schema: z.object({ paymentId: z.string() }),
  maxAttempts: 8,
});
