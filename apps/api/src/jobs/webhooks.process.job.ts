import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Acts on one event of a payment provider that the inbox has kept. */
export const processWebhookJob = defineJob({
  name: 'webhooks.process',
  schema: z.object({
    eventId: z.string(),
    /** Jobs that were queued before there was more than one provider name none. */
    provider: z.string().default('stripe'),
  }),
  // With pauses of e^n seconds (at most e^10, six hours) these span three days.
  maxAttempts: 21,
});
