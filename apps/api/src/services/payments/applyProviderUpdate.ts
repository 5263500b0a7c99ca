import { inTransaction } from '../../db/transaction.ts';
import type { PaymentStatus } from '../../domains/payments.enums.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { RemotePayment } from '../../ports/paymentProvider.ts';
import { ForeignObjectError } from '../../utils/foreignObject.ts';
import { canTransition } from './ledger/states.ts';
import {
  lockRemotePayment,
  selectPayment,
  updatePayment,
  type PaymentRow,
} from './ledger/statements.ts';
import {
  recordAuthorization,
  recordLostAuthorization,
  type AuthorizationRecordingDeps,
} from './recordAuthorization.ts';
import { recordCapture, type CaptureRecordingDeps } from './recordCapture.ts';

/** A provider told of a payment that carries a shop's mark and is not stored: it may be in a moment. */
export class UnknownPayment extends Error {
  override readonly name = 'UnknownPayment';
}

export interface ProviderUpdateDeps extends CaptureRecordingDeps, AuthorizationRecordingDeps {}

/**
 * Records a payment as its provider sees it (or saw it: two readers may come here in the other order
 * than they read). The one way in which an update of a payment reaches the shop, whatever brings it:
 * the webhook, the expiry, a shopper who asks. It may be told any number of times and in any order.
 *
 * What is final at the provider is final here, and a hold only becomes that, so a late reader takes
 * neither back (states.ts). Among the states before, the last to come stands until the payment is
 * next looked at, which everything that acts on it does.
 * @throws {UnknownPayment}
 * @throws {ForeignObjectError}
 * @returns its state now.
 */
export async function applyProviderUpdate(
  deps: ProviderUpdateDeps,
  ctx: Context,
  seen: RemotePayment,
): Promise<PaymentStatus> {
  return inTransaction(ctx, async (ctx) => {
    const [payment] = await ctx.db.query(lockRemotePayment, {
      providerId: seen.providerId,
      paymentId: seen.paymentId ?? null,
    });
    if (!payment) return await ofAnother(ctx, seen);
    const changes = payment.status !== seen.status;
    const isOld = changes
      ? !canTransition(payment.status, seen.status)
      : seen.status === 'succeeded';
    if (isOld) return payment.status;
    await ctx.db.execute(updatePayment, {
      id: payment.id,
      from: payment.status,
      to: seen.status,
      failure: seen.failure,
      providerId: seen.providerId,
      clientSecret: seen.clientSecret,
    });
    if (changes) await follow(deps, ctx, payment, seen);
    return seen.status;
  });
}

/**
 * What was begun twice for one payment, since an answer was lost, and ended without money when that
 * was seen (createRemotePayment.ts): there is nothing to record of it. Anything else may be known in a
 * moment.
 */
async function ofAnother(
  ctx: Context,
  { providerId, paymentId, status, isOfAnotherShop }: RemotePayment,
): Promise<PaymentStatus> {
  refuseForeign({ providerId, paymentId, isOfAnotherShop });
  const isEnded = status === 'canceled' && paymentId !== undefined;
  const [ours] = isEnded ? await ctx.db.query(selectPayment, { id: paymentId }) : [];
  if (!ours) throw new UnknownPayment(`No payment of ours is ${providerId}`);
  return ours.status;
}

/** What a payment's new state means for its order. */
async function follow(
  deps: ProviderUpdateDeps,
  ctx: Context,
  payment: PaymentRow,
  seen: RemotePayment,
): Promise<void> {
  const { orders } = deps;
  const { id: paymentId, orderId } = payment;
  if (seen.status === 'succeeded') {
    await recordCapture(deps, ctx, payment, seen);
  } else if (seen.status === 'authorized') {
    await recordAuthorization(deps, ctx, payment, seen);
  } else if (payment.status === 'authorized') {
    await recordLostAuthorization(deps, ctx, payment);
  } else if (seen.status === 'failed') {
    const reason = seen.failure ?? 'the payment failed';
    await orders.transition(ctx, orderId, { payment: 'failed', reason });
    await emit(ctx, 'payment.failed', { orderId, paymentId });
  } else if (payment.status === 'failed' && seen.status !== 'canceled') {
    await orders.transition(ctx, orderId, { payment: 'unpaid', reason: 'paying is tried again' });
  }
}

/**
 * Refuses what is not stored and never will be: the id of a payment is written down before its
 * provider is told it, and with it by which shop.
 * @throws {ForeignObjectError}
 */
export function refuseForeign({
  providerId,
  paymentId,
  isOfAnotherShop,
}: Pick<RemotePayment, 'providerId' | 'paymentId'> & { isOfAnotherShop?: boolean | undefined }) {
  if (isOfAnotherShop) throw new ForeignObjectError(`${providerId} is another shop's`);
  if (paymentId === undefined) throw new ForeignObjectError(`${providerId} is another system's`);
}
