import type { ClientSession } from '../../ports/paymentProvider.ts';
import type { PaymentRow } from './ledger/statements.ts';

type Shared = Pick<PaymentRow, 'id' | 'provider' | 'amount' | 'currency' | 'lastError'>;

/** A payment as its payer continues it. */
export interface PayablePayment extends Shared, Pick<PaymentRow, 'status'> {
  /** The end of a gift card's code; null for anything else. */
  readonly lastFour: string | null;
  /** What the payer's browser needs; undefined until the provider has created the payment. */
  readonly session: ClientSession | undefined;
}

/** A payment with the status that it has now, and with what its payer's browser needs. */
export function toPayablePayment(
  payment: Shared & { readonly lastFour?: string | null },
  status: PaymentRow['status'],
  session?: ClientSession,
): PayablePayment {
  const { id, provider, amount, currency, lastError, lastFour = null } = payment;
  return { id, provider, status, amount, currency, lastError, lastFour, session };
}
