import type { Stripe } from 'stripe';
import type { SettlementStatus } from '../../domains/refunds.enums.ts';
import type { Money } from '../../kernel/money.ts';
import { fromStripeAmount, toStripeAmount } from './amounts.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { intentOf, readOwn } from './foreign.ts';
import { listMembers } from './listMembers.ts';
import { metadataOf } from './metadata.ts';
import { toSeconds, type Span } from './payments.ts';

export interface StripeRefund {
  readonly id: string;
  /** Null for a charge that was made without one, by another system. */
  readonly paymentIntentId: string | null;
  readonly amount: Money;
  readonly status: SettlementStatus;
  readonly failureReason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A refund in a list: without its amount, since another system's may be in an unknown currency. */
type StripeRefundSummary = Omit<StripeRefund, 'amount' | 'failureReason'>;

/** The most that Stripe gives at a time. */
const MAX_PAGE_SIZE = 100;

interface NewStripeRefund {
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly metadata: {
    readonly allocationId: string;
    readonly refundId: string;
    readonly attempt: string;
  };
  readonly idempotencyKey: string;
}

/** Calls to Stripe about refunds. */
export function refundCalls(ask: Ask) {
  return {
    async createRefund(refund: NewStripeRefund, options?: CallOptions): Promise<StripeRefund> {
      const { paymentIntentId, amount, metadata, idempotencyKey } = refund;
      return ask(async (stripe) =>
        toRefund(
          await stripe.refunds.create(
            {
              payment_intent: paymentIntentId,
              amount: toStripeAmount(amount),
              metadata: metadataOf(metadata),
            },
            { idempotencyKey, ...options },
          ),
        ),
      );
    },

    async retrieveRefund(id: string, options?: CallOptions): Promise<StripeRefund> {
      const refund = await ask((stripe) => stripe.refunds.retrieve(id, {}, options));
      return readOwn(() => toRefund(refund), intentOf(ask, refund, options));
    },

    /** Every refund of a span of time, newest first, fetched a page at a time as they are asked for. */
    async *listRefundsWithin(
      { from, to, pageSize }: Span,
      options?: CallOptions,
    ): AsyncGenerator<StripeRefundSummary> {
      const created = { gte: toSeconds(from), lte: toSeconds(to) };
      const limit = pageSize ?? MAX_PAGE_SIZE;
      const refunds = listMembers(ask, (stripe) =>
        stripe.refunds.list({ created, limit }, options),
      );
      for await (const refund of refunds) yield toSummary(refund);
    },

    /** Every refund of a PaymentIntent or of a charge, newest first. */
    async listRefunds(
      of: { payment_intent: string } | { charge: string },
      options?: CallOptions,
    ): Promise<StripeRefund[]> {
      const refunds = await ask(async (stripe) => {
        const found: Stripe.Refund[] = [];
        for await (const refund of stripe.refunds.list({ ...of, limit: MAX_PAGE_SIZE }, options)) {
          found.push(refund);
        }
        return found;
      });
      // All of one payment, so that they are all its shop's.
      const intent = refunds[0] ? intentOf(ask, refunds[0], options) : async () => null;
      return readOwn(() => refunds.map(toRefund), intent);
    },
  };
}

function toRefund(refund: Stripe.Refund): StripeRefund {
  return {
    ...toSummary(refund),
    amount: fromStripeAmount(refund.amount, refund.currency),
    failureReason: refund.failure_reason ?? null,
  };
}

function toSummary({
  id,
  status,
  payment_intent: intent,
  metadata,
}: Stripe.Refund): StripeRefundSummary {
  return {
    id,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    // Of Stripe's five, `requires_action` still waits for something and `canceled` pays nothing back.
    status:
      status === 'succeeded'
        ? 'succeeded'
        : status === 'failed' || status === 'canceled'
          ? 'failed'
          : 'pending',
    metadata: metadata ?? {},
  };
}
