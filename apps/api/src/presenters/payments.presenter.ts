import type { Shown } from '../kernel/route.ts';
import type { PayablePayment, PaymentOption } from '../services/payments.service.ts';
import type { paymentOptionSchema } from '../validators/checkout.validator.ts';
import type { paymentSchema } from '../validators/payments.validator.ts';

/** A payment as its payer sees it; keys go along with a session alone, which cannot be used without them. */
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

/** A way to pay a cart, with what the provider's form needs in a browser. */
export function presentPaymentOption(option: PaymentOption): Shown<typeof paymentOptionSchema> {
  const { provider, captureMethod, amount, publishableKey, apiBase } = option;
  return {
    provider,
    captureMethod,
    amount,
    ...(publishableKey !== undefined && { publishableKey }),
    ...(apiBase !== undefined && { apiBase }),
  };
}
