import { inTransaction } from '../../db/transaction.ts';
import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { RemotePayment } from '../../ports/paymentProvider.ts';
import { ProviderRefusal, ProviderUnavailable } from '../../ports/paymentProviderErrors.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { retryPolicyOf } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';
import { alreadyPaid } from './findPayablePayment.ts';
import { nextAttempt, type PaymentRow } from './ledger/statements.ts';

export interface CaptureDeps {
  providers: ProviderRegistry;
  applyUpdate: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** Taking what is held for an order (manual capture). */
export function createCapture({ providers, applyUpdate }: CaptureDeps) {
  /** @returns nothing when an earlier request with this key has captured it. */
  async function heldPayment(
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
        ({ status, provider }) => status === 'authorized' && providers.isRemote(provider),
      );
      if (held?.orderStatus === 'confirmed' || held?.orderStatus === 'completed') return held;
      const isDone = payments.some(({ status }) => status === 'succeeded');
      if (resumed && isDone) return undefined;
      const [first] = payments;
      if (first && isDone) throw alreadyPaid(first.orderPaymentStatus);
      throw new AppError('state_conflict', 'This order has no authorized payment to capture.');
    });
  }

  async function ask(ctx: Context, payment: PaymentRow): Promise<RemotePayment> {
    const { id, attempt, providerId } = payment;
    const remote = providers.remoteOf(payment.provider);
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

  /**
   * Captures the whole of what is held for the order. The completion writes it down.
   * @throws {AppError} not_found; state_conflict when nothing is held.
   * @throws what the provider's calls throw; nothing has been taken then, or the next try finds it.
   */
  return async function capture(ctx: Context, orderId: string, claim: Claim): Promise<void> {
    const payment = await heldPayment(ctx, orderId, claim);
    if (!payment) return;
    const status = await applyUpdate(ctx, await ask(ctx, payment));
    if (status === 'succeeded') return;
    throw new AppError('state_conflict', `The payment is ${status} and cannot be captured.`);
  };
}
