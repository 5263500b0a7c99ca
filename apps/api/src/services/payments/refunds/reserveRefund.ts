import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reserveParts } from './statements.ts';
import type { NewRefund } from './writeRefund.ts';

/**
 * Reserves the parts of a refund of their payments; minor units.
 * @throws {AppError} refund_exceeds_payment when a payment has less left.
 */
export async function reserveRefund(ctx: Context, parts: NewRefund['parts']): Promise<void> {
  const reserved = await ctx.db.execute(reserveParts, {
    paymentIds: parts.map(({ paymentId }) => paymentId),
    amounts: parts.map(({ amount }) => amount),
  });
  if (reserved !== parts.length) throw refundExceeds();
}

/** The error for a refund that another refund left too little for. */
export function refundExceeds(): AppError {
  return new AppError(
    'refund_exceeds_payment',
    'The refund exceeds what is left of the payment, since another refund was made.',
  );
}
