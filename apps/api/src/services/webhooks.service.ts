import { inTransaction } from '../db/transaction.ts';
import type { StripeGateway } from '../integrations/stripe.ts';
import {
  chargeEvents,
  disputeEvents,
  paymentEvents,
  refundEvents,
} from '../integrations/stripe/webhookEvents.ts';
import { processWebhookJob } from '../jobs/webhooks.process.job.ts';
import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Logger } from '../utils/logger.ts';
import { NotOurs } from '../utils/notOurs.ts';
import type { DisputesService } from './disputes.service.ts';
import type { PaymentsService } from './payments.service.ts';
import { readEvent } from './webhooks/event.ts';
import {
  closeDiscarded,
  findEvent,
  keepEvent,
  markNotOurs,
  markProcessed,
  noteFailure,
  requeueLost,
} from './webhooks/inbox.ts';

/** The others have their turn ten minutes later. */
const REQUEUED_AT_ONCE = 1000;

export interface WebhooksDependencies {
  stripe: StripeGateway;
  payments: PaymentsService;
  disputes: DisputesService;
  logger: Pick<Logger, 'warn'>;
  /** Told of every event that was looked at. */
  onEvent?: (outcome: 'acted_on' | 'not_ours' | 'failed') => void;
}

/** @param objectId of the object at Stripe that the event is of. */
type Action = (ctx: Context, objectId: string) => Promise<void>;

export type WebhooksService = ReturnType<typeof createWebhooksService>;

/** The inbox of Stripe's events: kept first, acted on later. */
export function createWebhooksService({
  stripe,
  payments,
  disputes,
  logger,
  onEvent = () => undefined,
}: WebhooksDependencies) {
  /** Why an event is not this shop's affair, though it was signed with its secret. */
  function whyForeign({ account, livemode }: { account: string | null; livemode: boolean }) {
    if (account !== null) return `it is of the connected account ${account}`;
    if (livemode === stripe.isLive) return undefined;
    return `it is of ${livemode ? 'live' : 'test'} mode, and the shop's key is not`;
  }

  /** There is nothing to do about it, now or later. */
  async function setAside(ctx: Context, eventId: string, why: string): Promise<void> {
    await ctx.db.execute(markNotOurs, [eventId, why]);
    onEvent('not_ours');
  }

  /** Asks Stripe of what an event has news of; there is nothing to do about the types without one. */
  function actionFor(type: string): Action | undefined {
    if (paymentEvents.has(type)) return (ctx, id) => payments.sync(ctx, 'stripe', id);
    if (refundEvents.has(type)) return (ctx, id) => payments.syncRefund(ctx, 'stripe', id);
    if (chargeEvents.has(type)) return (ctx, id) => payments.syncRefundsOf(ctx, 'stripe', id);
    if (disputeEvents.has(type)) {
      return async (ctx, id) => {
        await disputes.sync(ctx, id);
      };
    }
    return undefined;
  }

  return {
    /**
     * Keeps a signed event together with the job that will act on it, if there is something to do.
     * @param body the bytes as they came: the signature is of them.
     * @throws {AppError} invalid_signature; malformed_json, validation_failed: signed, and no event.
     */
    async receive(ctx: Context, body: Buffer, signature: string | undefined): Promise<void> {
      if (signature === undefined || !(await stripe.isSigned(body, signature))) {
        throw new AppError(
          'invalid_signature',
          'The Stripe-Signature does not match the body, or is older than five minutes.',
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
        actionFor(event.type) !== undefined,
      ]);
    },

    /**
     * Acts on an event that was kept. It only says of what there is news: what the news is
     * is asked of Stripe, so that the order in which events come does not matter.
     * What is of another system on the same account is set aside.
     * @throws {UnknownPayment} for a payment that is not in the books yet: the job tries again.
     */
    async process(ctx: Context, eventId: string): Promise<void> {
      const [event] = await ctx.db.query(findEvent, [eventId]);
      if (!event) throw new Error(`There is no event ${eventId}`);
      if (event.processedAt !== null) return;
      const { type, objectId } = event;
      const foreign = whyForeign(event);
      if (foreign !== undefined) {
        logger.warn('An event of Stripe’s was not acted on', { eventId, type, reason: foreign });
        return setAside(ctx, eventId, foreign);
      }
      try {
        const asStripe: Context = { ...ctx, actor: { kind: 'system', id: 'stripe' } };
        if (objectId !== null) await actionFor(type)?.(asStripe, objectId);
      } catch (error) {
        if (error instanceof NotOurs) return setAside(ctx, eventId, error.message);
        const why = error instanceof Error ? error.message : String(error);
        await ctx.db.execute(noteFailure, [eventId, why]);
        onEvent('failed');
        throw error;
      }
      await ctx.db.execute(markProcessed, [eventId]);
      onEvent('acted_on');
    },

    /**
     * Gives events that are still to be acted on and have no job a new one; those whose job staff
     * have discarded are given up.
     */
    async requeueLost(ctx: Context): Promise<void> {
      const { name, maxAttempts } = processWebhookJob;
      await inTransaction(ctx, async (ctx) => {
        await ctx.db.execute(closeDiscarded, [name]);
        const lost = await ctx.db.query(requeueLost, [name, maxAttempts, REQUEUED_AT_ONCE]);
        if (lost.length > 0) logger.warn('Events of Stripe’s had lost their jobs', { lost });
      });
    },
  };
}
