import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import type { ProviderEvent, ProviderWebhook, SubjectKind } from '../../ports/paymentProvider.ts';
import type { StripeGateway } from '../stripe.ts';
import {
  chargeEvents,
  disputeEvents,
  methodEvents,
  paymentEvents,
  refundEvents,
  setupEvents,
} from './webhookEvents.ts';

/** Ids and types are short ASCII; what is longer, or holds what PostgreSQL's text cannot (U+0000), is no event. */
const id = z.string().regex(/^\w{1,255}$/);

/** What of an event is read; the rest of it is kept and not looked at. */
const eventSchema = z.object({
  id,
  type: z.string().regex(/^[\w.]{1,255}$/),
  livemode: z.boolean().default(false),
  /** The connected account that it is of; the shop's own has none. */
  account: id.nullish(),
  data: z.object({ object: z.object({ id: id.optional().catch(undefined) }) }),
});

type StripeEvent = z.output<typeof eventSchema>;

export function providerWebhook(
  stripe: Pick<StripeGateway, 'isLive' | 'isSigned'>,
): ProviderWebhook {
  return {
    signatureHeader: 'stripe-signature',
    isSigned: (body, signature) => stripe.isSigned(body, signature),
    interpret(body): ProviderEvent {
      const event = readEvent(body);
      const subject = subjectOf(event);
      const foreign = whyForeign(event, stripe.isLive);
      return {
        id: event.id,
        type: event.type,
        objectId: event.data.object.id ?? null,
        ...(subject && { subject }),
        ...(foreign !== undefined && { foreign }),
      };
    },
  };
}

/** @throws {AppError} malformed_json, validation_failed */
function readEvent(body: string): StripeEvent {
  const parsed = eventSchema.safeParse(parse(body));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, code, message }) => ({
    path: ['body', ...path].join('.'),
    code,
    message,
  }));
  throw new AppError('validation_failed', 'The body is not a Stripe event.', { errors });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new AppError('malformed_json', 'The body is not JSON.', { cause: error });
  }
}

const subjects: readonly (readonly [SubjectKind, ReadonlySet<string>])[] = [
  ['payment', paymentEvents],
  ['refund', refundEvents],
  ['refunds', chargeEvents],
  ['dispute', disputeEvents],
  ['setup', setupEvents],
  ['method', methodEvents],
];

function subjectOf({ type }: StripeEvent): SubjectKind | undefined {
  return subjects.find(([, events]) => events.has(type))?.[0];
}

/** Why an event is not this shop's, though it is signed with its secret. */
function whyForeign({ account, livemode }: StripeEvent, isLive: boolean): string | undefined {
  if (account) return `it is of the connected account ${account}`;
  if (livemode === isLive) return undefined;
  return `it is of ${livemode ? 'live' : 'test'} mode, and the shop's key is not`;
}
