import { z } from 'zod';
import type { PaymentsService } from '../services/payments.service.ts';
import { defineJob } from './defineJob.ts';

/** Begins a payment whose provider could not be reached at the checkout. */
export const openPaymentJob = defineJob({
  name: 'payments.open',
  schema: z.object({ paymentId: z.string() }),
  maxAttempts: 8,
  async handle({ paymentId }, ctx, { payments }: { payments: PaymentsService }) {
    await payments.openLater(ctx, paymentId);
  },
});
