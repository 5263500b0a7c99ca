import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { selectRefund, selectRefundsOf, type Refund } from './statements.ts';

/** @throws {AppError} not_found */
export async function getRefund(ctx: Context, refundId: string): Promise<Refund> {
  const [refund] = await ctx.db.query(selectRefund, { refundId });
  if (!refund) throw notFound('refund');
  return refund;
}

/** An order's refunds, oldest first. */
export function listRefunds(ctx: Context, orderId: string): Promise<Refund[]> {
  return ctx.db.query(selectRefundsOf, { orderId });
}
