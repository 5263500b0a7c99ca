import { z } from 'zod';
import type { WebhooksService } from '../services/webhooks.service.ts';
import { defineJob } from './defineJob.ts';

/** Sees that every event that is kept is acted on, even if its job is lost. By the clock. */
export const requeueWebhooksJob = defineJob({
  name: 'webhooks.requeue',
  schema: z.object({}),
  maxAttempts: 1,
  async handle(_payload, ctx, { webhooks }: { webhooks: WebhooksService }) {
    await webhooks.requeueLost(ctx);
  },
});
