import type { Context } from '../kernel/context.ts';
import type { WebhooksService } from '../services/webhooks.service.ts';

export type WebhooksController = ReturnType<typeof createWebhooksController>;

export function createWebhooksController({ webhooks }: { webhooks: WebhooksService }) {
  return {
    /** @param request the bytes as they came. */
    async receive(
      ctx: Context,
      provider: string,
      request: { body: Buffer; signature: string | undefined },
    ) {
      await webhooks.receive(ctx, provider, request);
      return { status: 200, body: '{"received":true}' };
    },
  };
}
