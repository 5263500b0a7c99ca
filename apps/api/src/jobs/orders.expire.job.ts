import { z } from 'zod';
import type { CheckoutService } from '../services/checkout.service.ts';
import { defineJob } from './defineJob.ts';

/** Ends the unpaid orders whose time is up. Comes every minute, so a failed run is not repeated. */
export const expireOrdersJob = defineJob({
  name: 'orders.expire',
  schema: z.object({}),
  maxAttempts: 1,
  async handle(_payload, ctx, { checkout }: { checkout: CheckoutService }) {
    await checkout.expireDue(ctx);
  },
});
