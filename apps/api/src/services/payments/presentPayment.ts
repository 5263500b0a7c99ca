import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { Money } from '../../kernel/money.ts';
import type { ClientSession, PaymentToOpen } from '../../ports/paymentProvider.ts';
import type { ProviderName } from './providers/provider.ts';
import type { PaymentRow } from './ledger/statements.ts';

/** What a payer's browser needs; without a session until the provider has created the payment. */
export interface PaymentView extends ClientSession {
  id: string;
  provider: ProviderName;
  status: PaymentStatus;
  amount: Money;
  /** Why the last try to pay failed; missing unless it did. */
  lastError?: string;
  /** The end of a gift card's code. */
  lastFour?: string;
}

/** A payment as its payer sees it; keys go along with a session alone, which is of no use without them. */
export function viewOf(
  payment: Pick<PaymentRow, 'id' | 'provider' | 'amount' | 'currency' | 'lastError'> & {
    lastFour?: string | null;
  },
  status: PaymentStatus,
  session: ClientSession = {},
): PaymentView {
  const { id, provider, amount, currency, lastError, lastFour = null } = payment;
  const failure = status === 'failed' && lastError !== null ? { lastError } : {};
  const card = lastFour === null ? {} : { lastFour };
  return { id, provider, status, amount: { amount, currency }, ...failure, ...card, ...session };
}

/** What the provider is told of a payment. */
export function toOpen(
  payment: Pick<PaymentRow, 'id' | 'attempt' | 'amount' | 'currency' | 'captureMethod'>,
  order: { id: string; number: number; customerId: string | null },
): PaymentToOpen {
  const { id, attempt, amount, currency, captureMethod } = payment;
  return {
    id,
    attempt,
    captureMethod,
    customerId: order.customerId,
    amount: { amount, currency },
    orderId: order.id,
    orderNumber: order.number,
  };
}
