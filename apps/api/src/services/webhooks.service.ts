import { withDeps } from '../utils/withDeps.ts';
import { processWebhook, type WebhooksDeps } from './webhooks/processWebhook.ts';
import { receiveWebhook } from './webhooks/receiveWebhook.ts';
import { requeueLostEvents } from './webhooks/requeueLostEvents.ts';

export type WebhooksService = ReturnType<typeof createWebhooksService>;

/** The inbox of the providers' events: kept first, acted on later. */
export function createWebhooksService(deps: WebhooksDeps) {
  return {
    /** The providers that send webhooks, each with the header of its signature. */
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
