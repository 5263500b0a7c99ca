import type { EventOutcome } from '../../domains/webhooks.enums.ts';
import type { Context } from '../../kernel/context.ts';
import type { SubjectKind } from '../../ports/paymentProvider.ts';
import type { Logger } from '../../utils/logger.ts';
import { ForeignObjectError } from '../../utils/foreignObject.ts';
import type { DisputesService } from '../disputes.service.ts';
import type { PaymentMethodsService } from '../paymentMethods.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import { findEvent, markForeign, markProcessed, recordFailure } from './inbox.ts';
import { providerOf } from './providerOf.ts';

/** What is counted: a failed attempt is no end, and the rest is not looked at. */
type CountedOutcome = Extract<EventOutcome, 'acted_on' | 'not_ours'> | 'failed';

export interface WebhooksDeps {
  payments: PaymentsService;
  disputes: DisputesService;
  paymentMethods: PaymentMethodsService;
  logger: Pick<Logger, 'warn'>;
  /** Called for every event that was looked at. */
  onEvent?: (provider: string, outcome: CountedOutcome) => void;
}

interface EventKey {
  readonly provider: string;
  readonly eventId: string;
}

/**
 * Acts on an event that was kept. It says which object has changed, and the provider is asked
 * how, so that the order in which events come does not matter. What is of another system on the
 * same account is set aside.
 * @throws {UnknownPayment} for a payment that is not stored yet: the job tries again.
 */
export async function processWebhook(
  deps: WebhooksDeps,
  ctx: Context,
  key: EventKey,
): Promise<void> {
  const { payments, logger, onEvent } = deps;
  const { provider, eventId } = key;
  const [event] = await ctx.db.query(findEvent, { provider, id: eventId });
  if (!event) throw new Error(`There is no event ${eventId} of ${provider}`);
  if (event.processedAt !== null) return;
  const { webhook } = providerOf(payments, provider);
  const { type, subject, objectId, foreign } = webhook.interpret(event.payload);
  if (foreign !== undefined) {
    logger.warn('An event was not acted on', { provider, eventId, type, reason: foreign });
    return setAside(deps, ctx, key, foreign);
  }
  try {
    if (subject && objectId !== null) await retrieve(deps, ctx, { provider, subject, objectId });
  } catch (error) {
    if (error instanceof ForeignObjectError) return setAside(deps, ctx, key, error.message);
    const why = error instanceof Error ? error.message : String(error);
    await ctx.db.execute(recordFailure, { provider, id: eventId, why });
    onEvent?.(provider, 'failed');
    throw error;
  }
  // What says who has a card is not kept: nothing reads it again.
  await ctx.db.execute(markProcessed, { provider, id: eventId, isPersonal: subject === 'method' });
  onEvent?.(provider, 'acted_on');
}

/** Asks the provider for the object that has changed. */
async function retrieve(
  { payments, disputes, paymentMethods }: WebhooksDeps,
  ctx: Context,
  { provider, subject, objectId }: { provider: string; subject: SubjectKind; objectId: string },
): Promise<void> {
  const sync = {
    payment: payments.sync,
    refund: payments.syncRefund,
    refunds: payments.syncRefundsOf,
    dispute: disputes.sync,
    setup: paymentMethods.syncSetup,
    method: paymentMethods.syncMethod,
  }[subject];
  await sync({ ...ctx, actor: { kind: 'provider', id: provider } }, provider, objectId);
}

/** There is nothing to do about it, now or later. */
async function setAside(
  { onEvent }: WebhooksDeps,
  ctx: Context,
  { provider, eventId }: EventKey,
  why: string,
): Promise<void> {
  await ctx.db.execute(markForeign, { provider, id: eventId, why });
  onEvent?.(provider, 'not_ours');
}
