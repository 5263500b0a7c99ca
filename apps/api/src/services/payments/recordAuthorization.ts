import { voidPaymentJob } from '../../jobs/payments.void.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { RemotePayment } from '../../ports/paymentProvider.ts';
import type { QueueService } from '../queue.service.ts';
import { acceptOrder, type AcceptanceDeps } from './acceptOrder.ts';
import {
  reportAmountMismatch,
  reportLostAuthorization,
  type ManualReviewDeps,
} from './manualReview.ts';
import { record, standingOf } from './ledger/ledger.ts';
import type { PaymentRow } from './ledger/statements.ts';

export interface AuthorizationRecordingDeps extends AcceptanceDeps, ManualReviewDeps {
  queue: QueueService;
}

/** Manual capture: a payment is authorized. That confirms the order, or the authorization is voided. */
export async function recordAuthorization(
  deps: AuthorizationRecordingDeps,
  ctx: Context,
  payment: PaymentRow,
  seen: RemotePayment,
): Promise<void> {
  const { id: paymentId, orderStatus, amount, currency } = payment;
  const { authorized, captureReference, providerId } = seen;
  if (authorized.amount !== amount || authorized.currency !== currency) {
    return reportAmountMismatch(deps, ctx, payment, authorized);
  }
  await record(ctx, payment, 'authorized', amount, captureReference ?? providerId);
  const isAccepted = orderStatus === 'confirmed' || orderStatus === 'completed';
  const buys = isAccepted
    ? replacesLost(deps, ctx, payment)
    : acceptOrder(deps, ctx, payment, 'authorized');
  if (!(await buys)) await deps.queue.enqueue(ctx, voidPaymentJob, { paymentId });
}

/** Whether it is held in place of what was lost (below) for an order that was accepted by then. */
async function replacesLost(
  { orders }: AuthorizationRecordingDeps,
  ctx: Context,
  { orderId }: PaymentRow,
): Promise<boolean> {
  const { current, due } = await standingOf(ctx, orderId);
  if (due !== 'authorized' || (current !== 'unpaid' && current !== 'failed')) return false;
  const reason = 'authorized again, after the first authorization was lost';
  return orders.transition(ctx, orderId, { payment: due, reason });
}

/**
 * What was held is held no longer: it expired (after a week), or was canceled. An order that
 * counted on it is unpaid, which no one would see by themselves; it can be paid again (payAgain.ts).
 */
export async function recordLostAuthorization(
  deps: AuthorizationRecordingDeps,
  ctx: Context,
  payment: PaymentRow,
): Promise<void> {
  const { orderId } = payment;
  const { current, due } = await standingOf(ctx, orderId);
  if (current !== 'authorized' || due === current) return;
  const reason = 'the authorization has expired or was canceled before it was captured';
  await deps.orders.transition(ctx, orderId, { payment: due, reason });
  await reportLostAuthorization(deps, ctx, payment, reason);
}
