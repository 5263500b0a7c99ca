import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../utils/context.ts';
import { AppError } from '../../utils/errors.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService, PaymentState } from '../orders.service.ts';
import { followFigures, record, standingOf } from './ledger.ts';
import type { RemotePayment } from './provider.ts';
import { mayBecome, type PaymentStatus } from './states.ts';
import { lockRemotePayment, updatePayment, type PaymentRow } from './statements.ts';
import type { Transfers } from './transfers.ts';

/** A provider told of a payment that the shop does not know: not yet, or not its own. */
export class UnknownPayment extends Error {
  override readonly name = 'UnknownPayment';
}

export interface CompletionDependencies {
  orders: OrdersService;
  inventory: InventoryService;
  transfers: Transfers;
}

/**
 * The one way in which news of a payment reaches the shop, whoever brings it: the webhook, the
 * expiry, a shopper who asks. It may be told any number of times and in any order.
 */
export function createCompletion({ orders, inventory, transfers }: CompletionDependencies) {
  /** Takes note of a payment as its provider sees it. @throws {UnknownPayment} @returns its state now. */
  async function complete(ctx: Context, seen: RemotePayment): Promise<PaymentStatus> {
    return inTransaction(ctx, async (ctx) => {
      const [payment] = await ctx.db.query(lockRemotePayment, [
        seen.providerId,
        seen.paymentId ?? null,
      ]);
      if (!payment) throw new UnknownPayment(`No payment of ours is ${seen.providerId}`);
      const changes = payment.status !== seen.status;
      if (changes && !mayBecome(payment.status, seen.status)) return payment.status;
      await ctx.db.execute(updatePayment, [
        payment.id,
        payment.status,
        seen.status,
        seen.failure,
        seen.providerId,
        seen.clientSecret,
      ]);
      if (changes) await follow(ctx, payment, seen);
      return seen.status;
    });
  }

  /** What a payment's new state means for its order. */
  async function follow(ctx: Context, payment: PaymentRow, seen: RemotePayment): Promise<void> {
    const { id: paymentId, orderId } = payment;
    if (seen.status === 'succeeded') {
      await capture(ctx, payment, seen);
    } else if (seen.status === 'failed') {
      const reason = seen.failure ?? 'the payment failed';
      await orders.transition(ctx, orderId, { payment: 'failed', reason });
      await emit(ctx, 'payment.failed', { orderId, paymentId });
    } else if (payment.status === 'failed' && seen.status !== 'canceled') {
      await orders.transition(ctx, orderId, { payment: 'unpaid', reason: 'paying is tried again' });
    }
  }

  /** Money has come: it buys the order, or it goes back. */
  async function capture(ctx: Context, payment: PaymentRow, seen: RemotePayment): Promise<void> {
    const { orderId, orderStatus } = payment;
    const { amount, currency } = seen.captured;
    if (currency !== payment.currency || amount <= 0 || amount > payment.amount) {
      throw new Error(
        `${seen.providerId} captured ${amount} ${currency} for ${payment.id} of ${payment.amount} ${payment.currency}`,
      );
    }
    const reference = seen.captureReference ?? seen.providerId;
    await record(ctx, payment, 'captured', amount, reference);
    const { due, hasSurplus } = await standingOf(ctx, orderId);
    if (hasSurplus) return payBack(ctx, payment, amount, 'duplicate');
    if (orderStatus === 'confirmed' || orderStatus === 'completed') {
      await followFigures(ctx, orders, orderId, 'paid');
      await emit(ctx, 'order.paid', { orderId });
    } else if (!(await accept(ctx, payment, due))) {
      await payBack(ctx, payment, amount, 'late_payment');
    }
  }

  /** Sends money back that buys nothing: it came too late, or a second time. */
  async function payBack(
    ctx: Context,
    { id: paymentId, orderId, orderStatus, currency }: PaymentRow,
    amount: number,
    reason: 'late_payment' | 'duplicate',
  ): Promise<void> {
    const why = `paid when the order was ${orderStatus}; the money goes back`;
    await followFigures(ctx, orders, orderId, why);
    await transfers.begin(ctx, { orderId, currency, reason, parts: [{ paymentId, amount }] });
    await emit(ctx, 'payment.needs_refund', { orderId, paymentId, reason });
  }

  /** Confirms an order that is not, and sells its goods. @returns false when they are gone. */
  async function accept(ctx: Context, payment: PaymentRow, due: PaymentState): Promise<boolean> {
    const { orderId, orderStatus } = payment;
    const isLate = orderStatus === 'expired' || orderStatus === 'canceled';
    if (isLate && !(await reserveAgain(ctx, orderId))) return false;
    const moved = await orders.transition(ctx, orderId, {
      order: 'confirmed',
      payment: due,
      reason: isLate ? `paid after it was ${orderStatus}; its goods were still there` : 'paid',
    });
    if (!moved) throw new Error(`The order ${orderId} was paid and could not be confirmed`);
    await inventory.commit(ctx, orderId);
    await emit(ctx, 'order.confirmed', { orderId });
    await emit(ctx, 'order.paid', { orderId });
    return true;
  }

  async function reserveAgain(ctx: Context, orderId: string): Promise<boolean> {
    try {
      await inventory.reserve(ctx, orderId, await orders.lines(ctx, orderId));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'out_of_stock') return false;
      throw error;
    }
  }

  return complete;
}
