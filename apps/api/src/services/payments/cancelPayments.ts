import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { Context } from '../../kernel/context.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import { applyProviderUpdate, type ProviderUpdateDeps } from './applyProviderUpdate.ts';
import { releaseCredit, type CreditPaymentDeps } from './creditPayments.ts';
import {
  cancelLocal,
  cancelUnopened,
  selectOrderPayments,
  type PaymentRow,
} from './ledger/statements.ts';
import { reportMissingPayment } from './manualReview.ts';
import { toAppErrors } from './providers/errors.ts';
import { retryPolicyOf } from './providers/provider.ts';

interface CancellationOptions {
  /** Whether what is held for the order is voided too. */
  voidAuthorized?: boolean;
}

/** A payment is opened at most once while it is being canceled, so that a second round suffices. */
const ROUNDS = 2;

/** A second round changes nothing about these. */
const settled: ReadonlySet<PaymentStatus> = new Set(['succeeded', 'processing', 'authorized']);

/**
 * Cancels the open payments of an order at their providers. A payment that was made meanwhile is
 * recorded as by any other way.
 * @returns the states that are left beside "canceled"; none when no provider will bring money.
 * @throws {AppError} service_unavailable when a provider is unavailable; state_conflict when it does
 *   not know a payment, which then waits for a person.
 */
export async function cancelAtProviders(
  deps: ProviderUpdateDeps,
  ctx: Context,
  orderId: string,
  options: CancellationOptions = {},
): Promise<PaymentStatus[]> {
  for (let round = 1; ; round++) {
    const left = await toAppErrors(() => cancelOpen(deps, ctx, orderId, options));
    if (left.every((status) => settled.has(status)) || round === ROUNDS) return left;
  }
}

/** One round. @returns the states that are left beside "canceled". */
async function cancelOpen(
  deps: ProviderUpdateDeps,
  ctx: Context,
  orderId: string,
  options: CancellationOptions,
): Promise<PaymentStatus[]> {
  const left: PaymentStatus[] = [];
  for (const payment of await ctx.db.query(selectOrderPayments, { orderId })) {
    const remote = deps.providers.remoteOf(payment.provider);
    const status = remote && (await cancelOne(deps, ctx, { remote, payment, ...options }));
    if (status !== undefined && status !== 'canceled') left.push(status);
  }
  return left;
}

/** Cancels one payment, if that is still possible. @returns the state it is in now. */
async function cancelOne(
  deps: ProviderUpdateDeps,
  ctx: Context,
  {
    remote,
    payment,
    voidAuthorized = false,
  }: { remote: RemoteProvider; payment: PaymentRow } & CancellationOptions,
): Promise<PaymentStatus> {
  const { id, status, providerId } = payment;
  if (status === 'canceled' || status === 'succeeded') return status;
  if (providerId === null) {
    // While the row says so, no opener can store what it gets from the provider (storeOpened).
    const canceled = await ctx.db.execute(cancelUnopened, { id });
    return canceled > 0 ? 'canceled' : status;
  }
  const retryPolicy = retryPolicyOf(ctx);
  try {
    // Providers cancel what is held as readily as what is open, so it is looked at first.
    if (payment.captureMethod === 'manual' && !voidAuthorized) {
      const held = await remote.retrieve(providerId, retryPolicy);
      const now = await applyProviderUpdate(deps, ctx, held);
      if (now === 'authorized') return now;
    }
    return await applyProviderUpdate(deps, ctx, await remote.cancel(providerId, retryPolicy));
  } catch (error) {
    if (error instanceof ProviderMissing) await reportMissingPayment(deps, ctx, payment);
    throw error;
  }
}

/** Cancels the payments of an order that the shop alone knows: manual ones, and credit, which is released. */
export async function cancelLocalPayments(
  deps: CreditPaymentDeps,
  ctx: Context,
  orderId: string,
): Promise<void> {
  const canceled = await ctx.db.query(cancelLocal, { orderId });
  const held = canceled.flatMap(({ accountId, ...payment }) =>
    accountId === null ? [] : [{ ...payment, accountId }],
  );
  await releaseCredit(deps, ctx, held);
}
