import { z } from 'zod';
import type { ReconciliationService } from '../services/reconciliation.service.ts';
import { defineJob } from './defineJob.ts';

/**
 * Compares the last days' payments, refunds and disputes with Stripe, and learns its fees. Comes
 * every hour, so a failed run is not repeated.
 */
export const reconcilePaymentsJob = defineJob({
  name: 'payments.reconcile',
  schema: z.object({}),
  maxAttempts: 1,
  // Nobody waits for it, and it may take a while.
  priority: 10,
  async handle(_payload, ctx, { reconciliation }: { reconciliation: ReconciliationService }) {
    await reconciliation.run(ctx);
  },
});
