import { z } from 'zod';
import type { WebhooksService } from '../services/webhooks.service.ts';
import { defineJob } from './defineJob.ts';

/** Acts on one event of Stripe's that the inbox has kept. */
export const processWebhookJob = defineJob({
  name: 'webhooks.process',
  schema: z.object({ eventId: z.string() }),
  // With pauses of e^n seconds (at most e^10, six hours) these span three days.
  maxAttempts: 21,
  async handle({ eventId }, ctx, { webhooks }: { webhooks: WebhooksService }) {
    await webhooks.process(ctx, eventId);
  },
});
