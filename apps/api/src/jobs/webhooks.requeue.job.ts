import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Queues the events of the inbox whose jobs were lost. By the clock. */
export const requeueWebhooksJob = defineJob({
  name: 'webhooks.requeue',
  schema: z.object({}),
  maxAttempts: 1,
});
