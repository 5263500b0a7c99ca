import type { WebhooksService } from '../services/webhooks.service.ts';
import type { Context } from '../kernel/context.ts';
import type { Reply } from '../kernel/reply.ts';

export type WebhooksController = ReturnType<typeof createWebhooksController>;

export function createWebhooksController({ webhooks }: { webhooks: WebhooksService }) {
  return {
    /** @param body the bytes as they came. */
    async stripe(
      { body, signature }: { body: Buffer; signature: string | undefined },
      ctx: Context,
    ): Promise<Reply> {
      await webhooks.receive(ctx, body, signature);
      return { status: 200, body: '{"received":true}' };
    },
  };
}
