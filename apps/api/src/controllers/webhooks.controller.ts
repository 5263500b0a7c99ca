import type { Context } from '../kernel/context.ts';
import type { WebhooksService } from '../services/webhooks.service.ts';

export type WebhooksController = ReturnType<typeof createWebhooksController>;

export function createWebhooksController({ webhooks }: { webhooks: WebhooksService }) {
  return {
    /** @param body the bytes as they came. */
    async stripe(
      ctx: Context,
      { body, signature }: { body: Buffer; signature: string | undefined },
    ) {
      await webhooks.receive(ctx, body, signature);
      return { status: 200, body: '{"received":true}' };
    },
  };
}
