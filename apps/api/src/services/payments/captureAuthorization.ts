import { inTransaction } from '../../db/transaction.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { AuditService } from '../audit.service.ts';
import type { RemotePayment } from '../../ports/paymentProvider.ts';
import { ProviderRefusal, ProviderUnavailable } from '../../ports/paymentProviderErrors.ts';
import { applyProviderUpdate, type ProviderUpdateDeps } from './applyProviderUpdate.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { toAppErrors } from './providers/errors.ts';
import { retryPolicyOf } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';
import { alreadyPaid } from './findPayablePayment.ts';
import { nextAttempt, type PaymentRow } from './ledger/statements.ts';

interface CaptureDeps extends ProviderUpdateDeps {
  audit: AuditService;
}

/**
 * Captures the whole of what is held for an order (manual capture). For staff.
 * @throws {AppError} not_found; state_conflict when nothing is held; payment_failed;
 *   service_unavailable. Nothing has been taken then, or the next try finds it.
 */
export async function captureAuthorization(
  deps: CaptureDeps,
  ctx: Context,
  orderId: string,
  claim: Claim,
): Promise<void> {
  const { providers } = deps;
  const payment = await heldPayment(deps, ctx, orderId, claim);
  if (!payment) return;
  await toAppErrors(async () => {
    const seen = await askToCapture(providers, ctx, payment);
    const status = await applyProviderUpdate(deps, ctx, seen);
    if (status === 'succeeded') return;
    throw new AppError('state_conflict', `The payment is ${status} and cannot be captured.`);
  });
}

/**
 * Records that staff ask for the capture, before the provider is asked.
 * @returns nothing when an earlier request with this key has captured it.
 */
async function heldPayment(
  { audit, providers: { isRemote } }: CaptureDeps,
  ctx: Context,
  orderId: string,
  claim: Claim,
): Promise<PaymentRow | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const payments = await lockPaymentsOf(ctx, orderId);
    const { resumed } = await claim(ctx);
    if (payments.length === 0) throw notFound('order');
    // Credit is taken along with the rest.
    const held = payments.find(
      ({ status, provider }) => status === 'authorized' && isRemote(provider),
    );
    if (held?.orderStatus === 'confirmed' || held?.orderStatus === 'completed') {
      const { id: paymentId, amount, currency } = held;
      const details = { paymentId, amount, currency };
      if (!resumed) await audit.record(ctx, { action: 'order.capture', subject: orderId, details });
      return held;
    }
    const isDone = payments.some(({ status }) => status === 'succeeded');
    if (resumed && isDone) return undefined;
    const [first] = payments;
    if (first && isDone) throw alreadyPaid(first.orderPaymentStatus);
    throw new AppError('state_conflict', 'This order has no authorized payment to capture.');
  });
}

async function askToCapture(
  { remoteOf }: ProviderRegistry,
  ctx: Context,
  payment: PaymentRow,
): Promise<RemotePayment> {
  const { id, attempt, providerId } = payment;
  const remote = remoteOf(payment.provider);
  if (!remote?.capture || providerId === null) throw new Error(`${id} is not held by a provider`);
  try {
    return await remote.capture({ id, attempt, providerId }, retryPolicyOf(ctx));
  } catch (error) {
    // The answer is kept for this attempt's key; that money is taken once is up to the payment's state.
    const isAnswered =
      error instanceof ProviderRefusal ||
      (error instanceof ProviderUnavailable && error.isAnswered);
    if (isAnswered) await ctx.db.execute(nextAttempt, { id, attempt });
    throw error;
  }
}
