import { z } from 'zod';
import type { PaymentsService } from '../services/payments.service.ts';
import { defineJob } from './defineJob.ts';

/** Lets go of money that is held for an order that can no longer be had. */
export const voidPaymentJob = defineJob({
  name: 'payments.void',
  schema: z.object({ paymentId: z.string() }),
  // Pauses of e^n seconds (at most six hours): a week, after which the hold ends by itself.
  maxAttempts: 36,
  async handle({ paymentId }, ctx, { payments }: { payments: PaymentsService }) {
    await payments.letGo(ctx, paymentId);
  },
});
