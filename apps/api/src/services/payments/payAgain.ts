import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import { applyProviderUpdate, type ProviderUpdateDeps } from './applyProviderUpdate.ts';
import { alreadyPaid, currentPayment } from './findPayablePayment.ts';
import type { PaymentRow } from './ledger/statements.ts';
import { reportMissingPayment } from './manualReview.ts';
import { toPayablePayment, type PayablePayment } from './payablePayment.ts';
import { toAppErrors, retryLaterError } from './providers/errors.ts';
import { retryPolicyOf } from './providers/provider.ts';
import { openPaymentNow, orderOf, sessionOf, toOpen } from './startPayment.ts';

interface PayAgainRequest {
  readonly orderId: string;
  /** A guest's key to the order. */
  readonly token: string | undefined;
  /** Claims the request's Idempotency-Key in the transaction that picks the payment. */
  readonly claim: Claim;
}

/**
 * A session to pay an unpaid order with: that of the payment in play, or of a new one where the
 * last is dead.
 * @throws {AppError} not_found; state_conflict; payment_failed when the provider refuses;
 *   service_unavailable when it is unavailable.
 */
export async function payAgain(
  deps: ProviderUpdateDeps,
  ctx: Context,
  { orderId, token, claim }: PayAgainRequest,
): Promise<PayablePayment> {
  await deps.orders.getForShopper(ctx, orderId, token);
  let payment = await currentPayment(ctx, orderId, claim);
  if (payment.providerId !== null) {
    const { providerId } = payment;
    const begun = payment;
    const current = await toAppErrors(() => refreshed(deps, ctx, begun, providerId));
    if (current !== 'dead') return current;
    payment = await currentPayment(ctx, orderId, async () => {});
  }
  const { provider } = payment;
  const opened = await openPaymentNow(deps, ctx, provider, toOpen(payment, orderOf(payment)));
  if (opened.refusal !== undefined) throw new AppError('payment_failed', opened.refusal);
  if (opened.clientSecret === null) throw retryLaterError();
  return toPayablePayment(payment, 'pending', sessionOf(deps, provider, opened.clientSecret));
}

/** A payment that its provider has created, as it is there now; "dead" when it can no longer be paid. */
async function refreshed(
  deps: ProviderUpdateDeps,
  ctx: Context,
  payment: PaymentRow,
  providerId: string,
): Promise<PayablePayment | 'dead'> {
  const { provider, orderPaymentStatus } = payment;
  try {
    const seen = await deps.providers.remoteOf(provider)?.retrieve(providerId, retryPolicyOf(ctx));
    const status = seen ? await applyProviderUpdate(deps, ctx, seen) : payment.status;
    if (status === 'succeeded' || status === 'authorized') throw alreadyPaid(orderPaymentStatus);
    if (status === 'canceled') return 'dead';
    const secret = seen?.clientSecret ?? payment.clientSecret;
    const lastError = seen?.failure ?? payment.lastError;
    return toPayablePayment({ ...payment, lastError }, status, sessionOf(deps, provider, secret));
  } catch (error) {
    // While it is unavailable, the state of the stored secret is unknown.
    if (error instanceof ProviderMissing) await reportMissingPayment(deps, ctx, payment);
    throw error;
  }
}
