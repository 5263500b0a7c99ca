import type { Stripe } from 'stripe';
import type { Money } from '../../utils/money.ts';
import { fromStripeAmount } from './amounts.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';

/** A dispute, reduced to what the shop acts on; the amount is in our minor units. */
export interface StripeDispute {
  readonly id: string;
  readonly status: Stripe.Dispute.Status;
  /** Stripe's word for it: fraudulent, product_not_received … */
  readonly reason: string;
  readonly amount: Money;
  readonly paymentIntentId: string | null;
  readonly evidenceDueAt: Date | null;
  readonly createdAt: Date;
}

/** What is asked of Stripe about disputes. */
export function disputeCalls(stripe: Stripe, ask: Ask) {
  return {
    async retrieveDispute(id: string, options?: CallOptions): Promise<StripeDispute> {
      return ask(async () => toDispute(await stripe.disputes.retrieve(id, {}, options)));
    },
  };
}

function toDispute(dispute: Stripe.Dispute): StripeDispute {
  const { payment_intent: intent, evidence_details: evidence } = dispute;
  return {
    id: dispute.id,
    status: dispute.status,
    reason: dispute.reason,
    amount: fromStripeAmount(dispute.amount, dispute.currency),
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    evidenceDueAt: evidence.due_by === null ? null : new Date(evidence.due_by * 1000),
    createdAt: new Date(dispute.created * 1000),
  };
}
