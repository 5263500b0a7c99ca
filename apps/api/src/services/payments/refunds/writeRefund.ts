import { actorName, type Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { insertRefund } from './statements.ts';

/** Money that is to go back for an order; minor units of its currency. */
export interface NewRefund {
  readonly orderId: string;
  readonly currency: string;
  readonly reason: string;
  readonly note?: string;
  /** The part of it that is shipping, with its tax. */
  readonly shipping?: number;
  readonly restocked?: boolean;
  readonly lines?: readonly { itemId: string; quantity: number; amount: number }[];
  /** By which payments it goes back, each named once; none where goods come back and no money is left. */
  readonly parts: readonly { paymentId: string; amount: number }[];
}

/**
 * Writes the rows of a refund, before anyone pays it back.
 * @param providerId the provider's id of a refund that was made there already.
 * @returns its id.
 */
export async function writeRefund(
  ctx: Context,
  refund: NewRefund,
  providerId?: string,
): Promise<string> {
  const { parts, lines = [] } = refund;
  const id = newId('refund');
  const allocations = parts.map((part) => ({ id: newId('refundTransfer'), providerId, ...part }));
  await ctx.db.execute(insertRefund, {
    id,
    orderId: refund.orderId,
    amount: parts.reduce((total, { amount }) => total + amount, 0),
    currency: refund.currency,
    shipping: refund.shipping ?? 0,
    reason: refund.reason,
    note: refund.note ?? '',
    restocked: refund.restocked ?? false,
    actor: actorName(ctx.actor),
    requestId: ctx.requestId,
    lines: JSON.stringify(lines),
    allocations: JSON.stringify(allocations),
    workflowId: newId('workflow'),
  });
  return id;
}
