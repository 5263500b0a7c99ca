import type { StripeGateway } from '../integrations/stripe.ts';
import { processWebhookJob } from '../jobs/webhooks.process.job.ts';
import type { Context } from '../utils/context.ts';
import { AppError } from '../utils/errors.ts';
import type { DisputesService } from './disputes.service.ts';
import type { PaymentsService } from './payments.service.ts';
import { readEvent } from './webhooks/event.ts';
import { findEvent, keepEvent, markProcessed } from './webhooks/inbox.ts';

/** The events that tell of a payment, of a refund, of a charge that was refunded. Others are kept, and that is all. */
const paymentEvents: ReadonlySet<string> = new Set([
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
]);
const refundEvents: ReadonlySet<string> = new Set([
  'charge.refund.updated',
  'refund.created',
  'refund.failed',
  'refund.updated',
]);
const CHARGE_REFUNDED = 'charge.refunded';
const DISPUTE_EVENT = 'charge.dispute.';

export interface WebhooksDependencies {
  stripe: StripeGateway;
  payments: PaymentsService;
  disputes: DisputesService;
}

export type WebhooksService = ReturnType<typeof createWebhooksService>;

/** The inbox of Stripe's events: kept first, acted on later. */
export function createWebhooksService({ stripe, payments, disputes }: WebhooksDependencies) {
  /** Asks Stripe of what there is news. */
  async function act(ctx: Context, type: string, objectId: string): Promise<void> {
    if (paymentEvents.has(type)) await payments.sync(ctx, 'stripe', objectId);
    else if (refundEvents.has(type)) await payments.syncRefund(ctx, 'stripe', objectId);
    else if (type === CHARGE_REFUNDED) await payments.syncRefundsOf(ctx, 'stripe', objectId);
    else if (type.startsWith(DISPUTE_EVENT)) await disputes.sync(ctx, objectId);
  }

  return {
    /**
     * Keeps a signed event together with the job that will act on it.
     * @param body the bytes as they came: the signature is of them.
     * @throws {AppError} invalid_signature; malformed_json, validation_failed: signed, and no event.
     */
    async receive(ctx: Context, body: Buffer, signature: string | undefined): Promise<void> {
      if (signature === undefined || !stripe.isSigned(body, signature)) {
        throw new AppError(
          'invalid_signature',
          'The Stripe-Signature does not fit the body, or is older than five minutes.',
        );
      }
      const event = readEvent(body);
      const { name, maxAttempts } = processWebhookJob;
      await ctx.db.query(keepEvent, [
        event.id,
        event.type,
        body.toString(),
        name,
        maxAttempts,
        event.objectId,
        event.livemode,
        event.account,
      ]);
    },

    /**
     * Acts on an event that was kept. It only says of what there is news: what the news is
     * is asked of Stripe, so that the order in which events come does not matter.
     * @throws {UnknownPayment} for a payment that is not the shop's, or not yet: the job tries again.
     */
    async process(ctx: Context, eventId: string): Promise<void> {
      const [event] = await ctx.db.query(findEvent, [eventId]);
      if (!event) throw new Error(`There is no event ${eventId}`);
      if (event.processedAt !== null) return;
      if (event.objectId !== null) {
        const asStripe: Context = { ...ctx, actor: { kind: 'system', id: 'stripe' } };
        await act(asStripe, event.type, event.objectId);
      }
      await ctx.db.execute(markProcessed, [eventId]);
    },
  };
}
