import { emit } from '../../events/outbox.ts';
import type { NeedlessReason } from '../../domains/refunds.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { RemotePayment } from '../../ports/paymentProvider.ts';
import { acceptOrder, type AcceptanceDeps } from './acceptOrder.ts';
import { captureCredit } from './creditPayments.ts';
import { reportAmountMismatch, type ManualReviewDeps } from './manualReview.ts';
import { followFigures, record, standingOf } from './ledger/ledger.ts';
import type { PaymentRow } from './ledger/statements.ts';
import { beginRefund } from './refunds/beginRefund.ts';
import type { RefundDeps } from './refunds/deps.ts';

export interface CaptureRecordingDeps extends AcceptanceDeps, RefundDeps, ManualReviewDeps {}

/**
 * Records money that has come, and what it means for its order: it buys it, or goes back; a sum that
 * is not what was asked for buys nothing until a person has looked.
 */
export async function recordCapture(
  deps: CaptureRecordingDeps,
  ctx: Context,
  payment: PaymentRow,
  { captured, captureReference, providerId }: RemotePayment,
): Promise<void> {
  const { orderId, amount: asked, currency } = payment;
  const { amount } = captured;
  if (captured.currency !== currency || amount <= 0) {
    // A ledger is in one currency: this is for the payment's row, and for a person, alone.
    return reportAmountMismatch(deps, ctx, payment, captured);
  }
  await record(ctx, payment, 'captured', amount, captureReference ?? providerId);
  const { due, hasSurplus } = await standingOf(ctx, orderId);
  if (amount === asked ? hasSurplus : !isAwaited(payment)) {
    return payBack(deps, ctx, payment, {
      amount,
      reason: isAccepted(payment) ? 'duplicate' : 'late_payment',
    });
  }
  if (amount !== asked) {
    await followFigures(ctx, deps.orders, orderId, captureReason(payment, captured));
    return reportAmountMismatch(deps, ctx, payment, captured);
  }
  if (isAccepted(payment)) await followFigures(ctx, deps.orders, orderId, 'paid');
  // Credit that was released with the order is held again here, and captured below.
  else if (!(await acceptOrder(deps, ctx, payment, due === 'partially_paid' ? 'paid' : due))) {
    return payBack(deps, ctx, payment, { amount, reason: 'late_payment' });
  }
  if (payment.hasCredit) await captureCredit(ctx, orderId);
  await emit(ctx, 'order.paid', { orderId });
}

/** Sends money back that buys nothing: it came too late, or a second time. */
async function payBack(
  deps: CaptureRecordingDeps,
  ctx: Context,
  { id: paymentId, orderId, orderStatus, currency }: PaymentRow,
  { amount, reason }: { amount: number; reason: NeedlessReason },
): Promise<void> {
  const why = `paid when the order was ${orderStatus}; the money goes back`;
  await followFigures(ctx, deps.orders, orderId, why);
  await beginRefund(deps, ctx, { orderId, currency, reason, parts: [{ paymentId, amount }] });
  await emit(ctx, 'payment.needs_refund', { orderId, paymentId, reason });
}

function isAccepted({ orderStatus }: PaymentRow): boolean {
  return orderStatus === 'confirmed' || orderStatus === 'completed';
}

/** Whether the order waits for just this payment's money. */
function isAwaited(payment: PaymentRow): boolean {
  return (
    payment.orderStatus === 'pending' || (isAccepted(payment) && payment.status === 'authorized')
  );
}

/** For the order's history, which staff read. */
function captureReason({ amount, currency }: PaymentRow, captured: Money): string {
  return `${formatMoney(captured)} was captured instead of ${formatMoney({ amount, currency })}`;
}
