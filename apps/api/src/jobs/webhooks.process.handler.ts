import type { Context } from '../kernel/context.ts';
import type { WebhooksService } from '../services/webhooks.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { processWebhookJob } from './webhooks.process.job.ts';

export async function processWebhook(
  ctx: Context,
  event: JobPayload<typeof processWebhookJob>,
  { webhooks }: { webhooks: WebhooksService },
): Promise<void> {
  await webhooks.process(ctx, event);
}
