import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { fromUnits, roundToStep } from './currencies.ts';
import { newId } from './ids.ts';
import { listFields, listPage } from './list.ts';
import { ignored, plainText } from './params.ts';
import type { Values } from './params.ts';
import type { BalanceTransaction, Charge, Dispute, JsonObject, Refund } from './types.ts';

/** Stripe's fee for a card payment in the US: 2.9 % and 0.30 (https://stripe.com/pricing). */
const FEE_RATE = 0.029;
const FEE_FIXED = 0.3;
/** The fee of a dispute, won or lost; in whole units of the currency. */
const DISPUTE_FEE = 15;

interface Movement {
  /** Minor units; negative for a debit. */
  amount: number;
  currency: string;
  fee?: number;
  feeDescription?: string;
  description?: string | null;
  reportingCategory: string;
  source: string;
  type: BalanceTransaction['type'];
}

/**
 * Credits a charge. The payment method determines the type: "charge" for a card, "payment" for a
 * bank's methods (https://docs.stripe.com/reports/balance-transaction-types).
 */
export function bookCharge(call: Call, charge: Charge): void {
  const { amount_captured: amount, currency, description } = charge;
  const fee = Math.min(
    amount,
    roundToStep(amount * FEE_RATE, currency) + fromUnits(FEE_FIXED, currency),
  );
  const booked = book(call, {
    amount,
    currency,
    fee,
    feeDescription: 'Stripe processing fees',
    description,
    reportingCategory: 'charge',
    source: charge.id,
    type: isCard(charge) ? 'charge' : 'payment',
  });
  charge.balance_transaction = booked.id;
  call.core.store.put(charge);
}

/** Debits a refund; Stripe keeps its fee. */
export function bookRefund(call: Call, refund: Refund, charge: Charge): void {
  const booked = book(call, {
    amount: -refund.amount,
    currency: refund.currency,
    description: 'REFUND FOR CHARGE',
    reportingCategory: 'refund',
    source: refund.id,
    type: isCard(charge) ? 'refund' : 'payment_refund',
  });
  refund.balance_transaction = booked.id;
  call.core.store.put(refund);
}

/** Credits a failed refund. */
export function bookRefundFailure(call: Call, refund: Refund): void {
  const booked = book(call, {
    amount: refund.amount,
    currency: refund.currency,
    description: 'REFUND FAILURE',
    reportingCategory: 'refund_failure',
    source: refund.id,
    type: 'refund_failure',
  });
  refund.failure_balance_transaction = booked.id;
  call.core.store.put(refund);
}

/** Debits the disputed money with a fee, or credits it again without the fee. */
export function bookDispute(call: Call, dispute: Dispute, isWon: boolean): void {
  const booked = book(call, {
    amount: isWon ? dispute.amount : -dispute.amount,
    currency: dispute.currency,
    ...(!isWon && { fee: fromUnits(DISPUTE_FEE, dispute.currency), feeDescription: 'Dispute fee' }),
    description: isWon ? 'Chargeback reversal' : 'Chargeback withdrawal',
    reportingCategory: isWon ? 'dispute_reversal' : 'dispute',
    source: dispute.id,
    type: 'adjustment',
  });
  dispute.balance_transactions = [...dispute.balance_transactions, booked];
  call.core.store.put(dispute);
}

function book(call: Call, movement: Movement): BalanceTransaction {
  const { amount, currency, fee = 0, source, type } = movement;
  const created = nowSeconds();
  const transaction: BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: created,
    balance_type: 'payments',
    created,
    currency,
    description: movement.description ?? null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: movement.feeDescription ?? null,
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: movement.reportingCategory,
    source,
    status: 'available',
    type,
  };
  call.core.store.put(transaction);
  return transaction;
}

const isCard = ({ payment_method_details: details }: Charge): boolean => details?.type === 'card';

export const balanceTransactionListFields = {
  ...listFields,
  currency: plainText,
  // There are no payouts.
  payout: ignored,
  source: plainText,
  type: plainText,
};

/** GET /v1/balance_transactions */
export function listBalanceTransactions(
  call: Call,
  query: Values<typeof balanceTransactionListFields>,
): JsonObject {
  return listPage(call.core.store, 'balance_transaction', '/v1/balance_transactions', query, [
    ['currency', [query.currency]],
    ['source', [query.source]],
    ['type', [query.type]],
  ]);
}

/** GET /v1/balance: the sum of all transactions, by currency; nothing is pending or paid out. */
export function retrieveBalance(call: Call): JsonObject {
  const available = call.core.store
    .rows(
      `SELECT doc ->> '$.currency' AS currency, sum(doc ->> '$.net') AS amount
       FROM objects WHERE kind = 'balance_transaction' GROUP BY 1 ORDER BY 1`,
    )
    .map(({ currency, amount }) => ({ amount, currency, source_types: { card: amount } }));
  const none = { amount: 0, currency: 'usd', source_types: { card: 0 } };
  return {
    object: 'balance',
    available: available.length > 0 ? available : [none],
    livemode: false,
    pending: [none],
  };
}
