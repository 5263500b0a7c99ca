import type { Context } from '../kernel/context.ts';
import type { WebhooksService } from '../services/webhooks.service.ts';

export async function requeueWebhooks(
  ctx: Context,
  _payload: unknown,
  { webhooks }: { webhooks: WebhooksService },
): Promise<void> {
  await webhooks.requeueLostEvents(ctx);
}
