import { z } from 'zod';
import type { PaymentsService } from '../services/payments.service.ts';
import { defineJob } from './defineJob.ts';

/** Pays a refund back, or asks the provider after one that is under way. */
export const refundPaymentJob = defineJob({
  name: 'payments.refund',
  schema: z.object({ refundId: z.string() }),
  // Pauses of e^n seconds: 14 attempts span some ten days.
  maxAttempts: 14,
  async handle({ refundId }, ctx, { payments }: { payments: PaymentsService }) {
    await payments.settleRefund(ctx, refundId);
  },
});
