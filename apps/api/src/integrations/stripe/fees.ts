import type { Stripe } from 'stripe';
import { AmountError, type Money } from '../../kernel/money.ts';
import { fromStripeAmount } from './amounts.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { listMembers } from './listMembers.ts';
import { toSeconds, type Span } from './payments.ts';

/** What Stripe took of the money that came by a charge. */
interface StripeFee {
  /** Of the balance transaction, by which the money came. */
  readonly id: string;
  readonly chargeId: string;
  readonly paymentIntentId: string;
  /** In the currency of the balance; null where that counts in steps that are no minor unit of ours. */
  readonly fee: Money | null;
}

/** Cards and wallets are booked as the one, bank transfers and debits as the other. */
const TYPES = ['charge', 'payment'] as const;

const MAX_PAGE_SIZE = 100;

/** Calls to Stripe about its fees. */
export function feeCalls(ask: Ask) {
  return {
    /**
     * The fee of every payment whose money came in a span of time, fetched a page at a time as they
     * are asked for. The charge comes with its transaction, so that no call is made for each.
     */
    async *listFees(
      { from, to, pageSize }: Span,
      options?: CallOptions,
    ): AsyncGenerator<StripeFee> {
      const created = { gte: toSeconds(from), lte: toSeconds(to) };
      const limit = pageSize ?? MAX_PAGE_SIZE;
      for (const type of TYPES) {
        const params = { created, limit, type, expand: ['data.source'] };
        const transactions = listMembers(ask, (stripe) =>
          stripe.balanceTransactions.list(params, options),
        );
        for await (const transaction of transactions) {
          const fee = toFee(transaction);
          if (fee) yield fee;
        }
      }
    },
  };
}

/** @returns nothing for a charge that was made without a PaymentIntent: none of the shop's are. */
function toFee({ id, source, fee, currency }: Stripe.BalanceTransaction): StripeFee | undefined {
  if (source === null || typeof source === 'string' || source.object !== 'charge') return undefined;
  const { payment_intent: intent } = source;
  if (intent === null) return undefined;
  const paymentIntentId = typeof intent === 'string' ? intent : intent.id;
  return { id, chargeId: source.id, paymentIntentId, fee: exactly(fee, currency) };
}

function exactly(amount: number, currency: string): Money | null {
  try {
    return fromStripeAmount(amount, currency);
  } catch (error) {
    if (error instanceof AmountError) return null;
    throw error;
  }
}
