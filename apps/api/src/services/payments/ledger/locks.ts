import type { Context } from '../../../kernel/context.ts';
import { lockOrder, lockOrderPayments, type PaymentRow } from './statements.ts';

/**
 * An order's payments, newest first, in a transaction that from here on is the only one to decide
 * about that order. The order is locked first, as everywhere, and by a separate statement: the
 * second one's snapshot then shows a payment that was added while the lock was waited for.
 */
export async function lockPaymentsOf(ctx: Context, orderId: string): Promise<PaymentRow[]> {
  await ctx.db.execute(lockOrder, { orderId });
  return ctx.db.query(lockOrderPayments, { orderId });
}
