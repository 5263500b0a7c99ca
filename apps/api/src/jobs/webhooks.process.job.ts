import { z } from 'zod';
import type { WebhooksService } from '../services/webhooks.service.ts';
import { defineJob } from './defineJob.ts';

/** Acts on one event of Stripe's that the inbox has kept. */
export const processWebhookJob = defineJob({
  name: 'webhooks.process',
  schema: z.object({ eventId: z.string() }),
  // Pauses of e^n seconds: 12 attempts span about two days.
  maxAttempts: 12,
  async handle({ eventId }, ctx, { webhooks }: { webhooks: WebhooksService }) {
    await webhooks.process(ctx, eventId);
  },
});
