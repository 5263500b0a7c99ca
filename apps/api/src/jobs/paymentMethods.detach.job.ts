import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Detaches a removed card at its provider, then forgets its id. */
export const detachPaymentMethodJob = defineJob({
  name: 'paymentMethods.detach',
  schema: z.object({ id: z.string() }),
  // Delays of e^n seconds (at most six hours): a week.
  maxAttempts: 36,
});
