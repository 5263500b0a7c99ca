import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { PaymentToOpen, RemotePayment, RemoteProvider } from '../../ports/paymentProvider.ts';
import {
  ProviderMissing,
  ProviderRefusal,
  ProviderUnavailable,
} from '../../ports/paymentProviderErrors.ts';
import type { OrdersService } from '../orders.service.ts';
import { forgetCustomer, remoteCustomerOf } from './providers/remoteCustomer.ts';
import { leaveOutSavedMethod, remoteMethodOf } from './providers/savedMethod.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { nextAttempt, refuseAttempt, selectPayment, storeOpened } from './ledger/statements.ts';

export interface RemotePaymentDeps {
  orders: OrdersService;
}

/** What an opening came to: the payer's secret, or nothing yet, or a refusal in words. */
export type OpenedPayment =
  | { readonly clientSecret: string | null; readonly refusal?: undefined }
  | { readonly clientSecret: null; readonly refusal: string };

/**
 * Creates a payment at its provider, outside of any transaction, and stores what the provider gave:
 * in such a way that none is ever paid that no one remembers.
 * @throws {ProviderUnavailable} when the same call may succeed later.
 */
export async function createRemotePayment(
  deps: RemotePaymentDeps,
  ctx: Context,
  remote: RemoteProvider,
  payment: PaymentToOpen,
): Promise<OpenedPayment> {
  let seen: RemotePayment;
  try {
    const saved = await remoteMethodOf(ctx, remote, payment);
    const remoteCustomerId =
      saved?.remoteCustomerId ?? (await remoteCustomerOf(ctx, remote, payment));
    const remoteMethodId = saved?.methodId;
    seen = await remote.open({ ...payment, remoteCustomerId, remoteMethodId });
  } catch (failure) {
    const error = await withoutWhatIsGone(ctx, remote, payment, failure);
    // Its failure is kept for this attempt's key; whatever it has begun, no one has the secret of.
    if (error instanceof ProviderUnavailable && error.isAnswered) {
      await ctx.db.execute(nextAttempt, { id: payment.id, attempt: payment.attempt });
    }
    if (!(error instanceof ProviderRefusal)) throw error;
    await recordRefusal(deps, ctx, payment, error.message);
    return { clientSecret: null, refusal: error.message };
  }
  const { providerId, clientSecret } = seen;
  const [stored] = await ctx.db.query(storeOpened, { id: payment.id, providerId, clientSecret });
  if (stored) return { clientSecret };
  return afterwards(ctx, remote, payment.id, seen);
}

/**
 * The next attempt is made without a saved card that the provider refuses (it was detached there), or
 * creates a customer again who was deleted at the provider. @returns the error to go on with.
 */
async function withoutWhatIsGone(
  ctx: Context,
  remote: RemoteProvider,
  payment: PaymentToOpen,
  error: unknown,
): Promise<unknown> {
  const { customerId, savedMethodId } = payment;
  if (error instanceof ProviderRefusal && savedMethodId !== null) {
    await leaveOutSavedMethod(ctx, payment);
    return new ProviderUnavailable(error.message, { cause: error, isAnswered: true });
  }
  if (!(error instanceof ProviderMissing) || customerId === null) return error;
  await forgetCustomer(ctx, remote, { customerId });
  return new ProviderUnavailable(error.message, { cause: error, isAnswered: true });
}

/**
 * Someone was quicker: another opener that stored the same payment, or the expiry that ended it.
 * Then no one has been told the secret yet, and at the provider it is ended too.
 */
async function afterwards(
  ctx: Context,
  remote: RemoteProvider,
  paymentId: string,
  seen: RemotePayment,
): Promise<OpenedPayment> {
  const [now] = await ctx.db.query(selectPayment, { id: paymentId });
  if (now?.providerId === seen.providerId) return { clientSecret: now.clientSecret };
  await remote.cancel(seen.providerId);
  return { clientSecret: null };
}

async function recordRefusal(
  { orders }: RemotePaymentDeps,
  ctx: Context,
  payment: PaymentToOpen,
  why: string,
): Promise<void> {
  const { id: paymentId, orderId, attempt } = payment;
  await inTransaction(ctx, async (ctx) => {
    // The order first, as everywhere, so that locks are taken in one order.
    await lockPaymentsOf(ctx, orderId);
    if ((await ctx.db.execute(refuseAttempt, { paymentId, attempt, why })) === 0) return;
    await orders.transition(ctx, orderId, { payment: 'failed', reason: why });
    await emit(ctx, 'payment.failed', { orderId, paymentId });
  });
}
