import { withDeps } from '../utils/withDeps.ts';
import { processWebhook, type WebhooksDeps } from './webhooks/processWebhook.ts';
import { receiveWebhook } from './webhooks/receiveWebhook.ts';
import { requeueLostEvents } from './webhooks/requeueLostEvents.ts';

export type WebhooksService = ReturnType<typeof createWebhooksService>;

/** The inbox of the providers' events: kept first, acted on later. */
export function createWebhooksService(deps: WebhooksDeps) {
  return {
    /** Of whom there are events: where their webhooks are, and what signs them. */
    senders: deps.payments.remotes.map(({ name, webhook: { signatureHeader } }) => ({
      name,
      signatureHeader,
    })),
    ...withDeps(deps, {
      receive: receiveWebhook,
      process: processWebhook,
      requeueLostEvents,
    }),
  };
}
