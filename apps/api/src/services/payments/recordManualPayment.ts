import { inTransaction } from '../../db/transaction.ts';
import { localProvider } from '../../domains/payments.enums.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { AuditService } from '../audit.service.ts';
import type { OrdersService } from '../orders.service.ts';
import { captureCredit } from './creditPayments.ts';
import { followFigures, record } from './ledger/ledger.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { markReceived } from './ledger/statements.ts';

/**
 * Records that the money of a manual payment (a bank transfer, cash) has arrived in full.
 * @param reason for the history and the audit log.
 * @throws {AppError} not_found; state_conflict when nothing is to come in this way.
 */
export async function recordManualPayment(
  { audit, orders }: { audit: AuditService; orders: OrdersService },
  ctx: Context,
  orderId: string,
  reason: string,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const payments = await lockPaymentsOf(ctx, orderId);
    if (payments.length === 0) throw notFound('order');
    const payment = payments.find(({ provider }) => provider === localProvider.manual);
    if (!payment) {
      throw new AppError('state_conflict', 'This order does not use manual payment.');
    }
    const { id, status, amount, currency } = payment;
    if ((await ctx.db.execute(markReceived, { id })) === 0) {
      const what = status === 'succeeded' ? 'The order is paid.' : `The payment is ${status}.`;
      throw new AppError('state_conflict', what);
    }
    await record(ctx, payment, 'captured', amount, id);
    if (payment.hasCredit) await captureCredit(ctx, orderId);
    await followFigures(ctx, orders, orderId, reason);
    await emit(ctx, 'order.paid', { orderId });
    const details = { paymentId: id, amount, currency };
    const [before, after] = [{ isReceived: false }, { isReceived: true }];
    const act = { action: 'order.markPaid', subject: orderId, reason, details };
    await audit.record(ctx, { ...act, before, after });
  });
}
