import { inTransaction } from '../db/transaction.ts';
import { processWebhookJob } from '../jobs/webhooks.process.job.ts';
import type { Context } from '../kernel/context.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { RemoteProvider, SubjectKind } from '../ports/paymentProvider.ts';
import type { Logger } from '../utils/logger.ts';
import { NotOurs } from '../utils/notOurs.ts';
import type { DisputesService } from './disputes.service.ts';
import type { PaymentsService } from './payments.service.ts';
import {
  closeDiscarded,
  findEvent,
  storeEvent,
  markNotOurs,
  markProcessed,
  recordFailure,
  requeueLostEvents,
} from './webhooks/inbox.ts';

/** The others have their turn ten minutes later. */
const REQUEUED_AT_ONCE = 1000;

export type EventOutcome = 'acted_on' | 'not_ours' | 'failed';

export interface WebhooksDeps {
  payments: PaymentsService;
  disputes: DisputesService;
  logger: Pick<Logger, 'warn'>;
  /** Called for every event that was looked at. */
  onEvent?: (provider: string, outcome: EventOutcome) => void;
}

export type WebhooksService = ReturnType<typeof createWebhooksService>;

/** The inbox of the providers' events: kept first, acted on later. */
export function createWebhooksService({
  payments,
  disputes,
  logger,
  onEvent = () => undefined,
}: WebhooksDeps) {
  function providerOf(name: string): RemoteProvider {
    const provider = payments.remotes.find((remote) => remote.name === name);
    if (!provider) throw notFound('payment provider');
    return provider;
  }

  /** Asks the provider for the object that has changed. */
  const actions: Readonly<
    Record<SubjectKind, (ctx: Context, provider: string, objectId: string) => Promise<unknown>>
  > = {
    payment: payments.sync,
    refund: payments.syncRefund,
    refunds: payments.syncRefundsOf,
    dispute: disputes.sync,
  };

  /** There is nothing to do about it, now or later. */
  async function setAside(
    ctx: Context,
    { provider, eventId }: EventKey,
    why: string,
  ): Promise<void> {
    await ctx.db.execute(markNotOurs, { provider, id: eventId, why });
    onEvent(provider, 'not_ours');
  }

  return {
    /** Of whom there are events: where their webhooks are, and what signs them. */
    senders: payments.remotes.map(({ name, webhook: { signatureHeader } }) => ({
      name,
      signatureHeader,
    })),

    /**
     * Keeps a signed event together with the job that will act on it, if there is something to do.
     * @param body the bytes as they came: the signature is of them.
     * @throws {AppError} invalid_signature; malformed_json, validation_failed: signed, and no event.
     */
    async receive(
      ctx: Context,
      provider: string,
      { body, signature }: { body: Buffer; signature: string | undefined },
    ): Promise<void> {
      const { webhook } = providerOf(provider);
      if (signature === undefined) {
        const message = `The header ${webhook.signatureHeader} is missing. ${provider} sends it with each event; check that no proxy removes it.`;
        throw new AppError('invalid_signature', message);
      }
      if (!(await webhook.isSigned(body, signature))) {
        const message = `The ${webhook.signatureHeader} does not match the body, or is too old.`;
        throw new AppError('invalid_signature', message);
      }
      const payload = body.toString();
      const { id, type, objectId, subject } = webhook.interpret(payload);
      const { name, maxAttempts } = processWebhookJob;
      const isActedOn = subject !== undefined;
      await ctx.db.query(storeEvent, {
        provider,
        id,
        type,
        objectId,
        payload,
        job: name,
        maxAttempts,
        isActedOn,
      });
    },

    /**
     * Acts on an event that was kept. It says which object has changed, and the provider is asked
     * how, so that the order in which events come does not matter. What is of another system on the
     * same account is set aside.
     * @throws {UnknownPayment} for a payment that is not in the books yet: the job tries again.
     */
    async process(ctx: Context, key: EventKey): Promise<void> {
      const { provider, eventId } = key;
      const [event] = await ctx.db.query(findEvent, { provider, id: eventId });
      if (!event) throw new Error(`There is no event ${eventId} of ${provider}`);
      if (event.processedAt !== null) return;
      const { type, subject, objectId, foreign } = providerOf(provider).webhook.interpret(
        event.payload,
      );
      if (foreign !== undefined) {
        logger.warn('An event was not acted on', { provider, eventId, type, reason: foreign });
        return setAside(ctx, key, foreign);
      }
      try {
        const asProvider: Context = { ...ctx, actor: { kind: 'provider', id: provider } };
        if (subject && objectId !== null) await actions[subject](asProvider, provider, objectId);
      } catch (error) {
        if (error instanceof NotOurs) return setAside(ctx, key, error.message);
        const why = error instanceof Error ? error.message : String(error);
        await ctx.db.execute(recordFailure, { provider, id: eventId, why });
        onEvent(provider, 'failed');
        throw error;
      }
      await ctx.db.execute(markProcessed, { provider, id: eventId });
      onEvent(provider, 'acted_on');
    },

    /**
     * Gives events that are still to be acted on and have no job a new one; those whose job staff
     * have discarded are closed.
     */
    async requeueLostEvents(ctx: Context): Promise<void> {
      const { name, maxAttempts } = processWebhookJob;
      await inTransaction(ctx, async (ctx) => {
        await ctx.db.execute(closeDiscarded, { job: name });
        const lost = await ctx.db.query(requeueLostEvents, {
          job: name,
          maxAttempts,
          limit: REQUEUED_AT_ONCE,
        });
        if (lost.length > 0)
          logger.warn('Events of payment providers had lost their jobs', { lost });
      });
    },
  };
}

interface EventKey {
  readonly provider: string;
  readonly eventId: string;
}
