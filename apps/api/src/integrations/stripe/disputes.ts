import type { Stripe } from 'stripe';
import type { Money } from '../../kernel/money.ts';
import { fromStripeAmount } from './amounts.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { intentOf, readOwn } from './foreign.ts';
import { listMembers } from './listMembers.ts';
import { toSeconds, type Span } from './payments.ts';

/** A dispute, reduced to what the shop acts on; the amount is in our minor units. */
interface StripeDispute {
  readonly id: string;
  readonly status: Stripe.Dispute.Status;
  /** Stripe's word for it: fraudulent, product_not_received … */
  readonly reason: string;
  readonly amount: Money;
  readonly paymentIntentId: string | null;
  readonly evidenceDueAt: Date | null;
  readonly createdAt: Date;
}

/**
 * A dispute in a list: without its amount, since another system's may be in an unknown currency.
 */
export type DisputeSummary = Pick<StripeDispute, 'id' | 'status' | 'paymentIntentId'>;

const MAX_PAGE_SIZE = 100;

/** Calls to Stripe about disputes. */
export function disputeCalls(ask: Ask) {
  return {
    async retrieveDispute(id: string, options?: CallOptions): Promise<StripeDispute> {
      const dispute = await ask((stripe) => stripe.disputes.retrieve(id, {}, options));
      return readOwn(() => toDispute(dispute), intentOf(ask, dispute, options));
    },

    /** Every dispute that began in a span of time, newest first, fetched a page at a time as they are asked for. */
    async *listDisputesWithin(
      { from, to, pageSize }: Span,
      options?: CallOptions,
    ): AsyncGenerator<DisputeSummary> {
      const created = { gte: toSeconds(from), lte: toSeconds(to) };
      const limit = pageSize ?? MAX_PAGE_SIZE;
      const disputes = listMembers(ask, (stripe) =>
        stripe.disputes.list({ created, limit }, options),
      );
      for await (const dispute of disputes) yield toSummary(dispute);
    },
  };
}

function toDispute(dispute: Stripe.Dispute): StripeDispute {
  const { evidence_details: evidence } = dispute;
  return {
    ...toSummary(dispute),
    reason: dispute.reason,
    amount: fromStripeAmount(dispute.amount, dispute.currency),
    evidenceDueAt: evidence.due_by === null ? null : new Date(evidence.due_by * 1000),
    createdAt: new Date(dispute.created * 1000),
  };
}

function toSummary({ id, status, payment_intent: intent }: Stripe.Dispute): DisputeSummary {
  const paymentIntentId = typeof intent === 'string' ? intent : (intent?.id ?? null);
  return { id, status, paymentIntentId };
}
