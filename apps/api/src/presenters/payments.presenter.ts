import type { Shown } from '../kernel/route.ts';
import type { PayablePayment } from '../services/payments.service.ts';
import type { paymentSchema } from '../validators/payments.validator.ts';

/** A payment as its payer sees it; keys go along with a session alone, which is of no use without them. */
export function presentPayment(payment: PayablePayment): Shown<typeof paymentSchema> {
  const { id, provider, status, amount, currency, lastError, lastFour, session } = payment;
  return {
    id,
    provider,
    status,
    amount: { amount, currency },
    ...(status === 'failed' && lastError !== null && { lastError }),
    ...(lastFour !== null && { lastFour }),
    ...session,
  };
}
