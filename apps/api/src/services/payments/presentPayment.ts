import type { Money } from '../../kernel/money.ts';
import type { PaymentToOpen, ProviderName } from './providers/port.ts';
import type { PaymentStatus } from './ledger/states.ts';
import type { PaymentRow } from './ledger/statements.ts';

/** What a payer's browser needs. */
export interface PaymentView {
  id: string;
  provider: ProviderName;
  status: PaymentStatus;
  amount: Money;
  /** Why the last try to pay failed; missing unless it did. */
  lastError?: string;
  /** The end of a gift card's code. */
  lastFour?: string;
  /** Missing until the provider has begun the payment. */
  clientSecret?: string;
  publishableKey?: string;
  /** Where the local sandbox plays Stripe; missing with Stripe itself. */
  apiBase?: string;
}

/** With what a payer's browser speaks to the provider. */
export interface BrowserAccess {
  readonly publishableKey: string;
  readonly apiBase: string | undefined;
}

/** A payment as its payer sees it; the keys go along with a secret alone, which is of no use without them. */
export function viewOf(
  payment: Pick<PaymentRow, 'id' | 'provider' | 'amount' | 'currency' | 'lastError'> & {
    lastFour?: string | null;
  },
  status: PaymentStatus,
  clientSecret: string | null,
  { publishableKey, apiBase }: BrowserAccess,
): PaymentView {
  const { id, provider, amount, currency, lastError, lastFour = null } = payment;
  const failure = status === 'failed' && lastError !== null ? { lastError } : {};
  const card = lastFour === null ? {} : { lastFour };
  const view = { id, provider, status, amount: { amount, currency }, ...failure, ...card };
  if (clientSecret === null) return view;
  return { ...view, clientSecret, publishableKey, ...(apiBase !== undefined && { apiBase }) };
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
