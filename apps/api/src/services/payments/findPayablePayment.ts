import { inTransaction } from '../../db/transaction.ts';
import type { OrderPaymentStatus } from '../../domains/orders.enums.ts';
import { localProvider } from '../../domains/payments.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import {
  insertPayment,
  retryRefused,
  selectPayment,
  type PaymentRow,
} from './ledger/statements.ts';

/**
 * The payment by which an unpaid order can be paid now: the one in play, or a new one in place of
 * one that is dead at the provider.
 * @throws {AppError} state_conflict when there is nothing left to pay, or not in this way.
 */
export async function currentPayment(
  ctx: Context,
  orderId: string,
  claim: (ctx: Context) => Promise<unknown>,
): Promise<PaymentRow> {
  return inTransaction(ctx, async (ctx) => {
    await claim(ctx);
    const payments = await lockPaymentsOf(ctx, orderId);
    // Credit is held or taken; what is left to pay is the other payment's.
    const latest =
      payments.find(({ provider }) => provider !== localProvider.credit) ?? payments[0];
    if (!latest) throw new Error(`The order ${orderId} has no payment`);
    refuseUnlessPayable(latest);
    if (latest.status === 'canceled') return replace(ctx, latest);
    if (latest.status === 'failed' && latest.providerId === null) {
      await ctx.db.execute(retryRefused, { id: latest.id });
    }
    return latest;
  });
}

function refuseUnlessPayable(payment: PaymentRow): void {
  const { orderStatus, orderPaymentStatus, provider, status } = payment;
  if (provider === localProvider.manual) {
    throw new AppError(
      'state_conflict',
      'This order uses manual payment, so it has no client secret.',
    );
  }
  if (status === 'succeeded' || status === 'authorized') throw alreadyPaid(orderPaymentStatus);
  // An accepted order is unpaid when what was held for it is lost: its customer may pay again.
  if (orderStatus === 'canceled' || orderStatus === 'expired') {
    throw new AppError('state_conflict', `The order is ${orderStatus} and cannot be paid.`);
  }
}

async function replace(ctx: Context, dead: PaymentRow): Promise<PaymentRow> {
  const id = newId('payment');
  const { orderId, provider, amount, currency, captureMethod } = dead;
  await ctx.db.execute(insertPayment, {
    id,
    orderId,
    provider,
    amount,
    currency,
    captureMethod,
  });
  const [payment] = await ctx.db.query(selectPayment, { id });
  if (!payment) throw new Error(`The payment ${id} was not written`);
  return payment;
}

/** The refusal of an order that is no longer to be paid, or not until staff have decided. */
export function alreadyPaid(state: OrderPaymentStatus): AppError {
  const message =
    state === 'partially_paid'
      ? 'The order is partially paid; the shop decides about it.'
      : 'The order is paid.';
  return new AppError('state_conflict', message);
}
