import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { lineCharged, shippingCharged } from './sql.ts';

const addCounts = statement('orders.countRefund')<{ refundId: string }, { isCounted: boolean }>(
  `WITH counted AS (
     UPDATE order_items i SET refunded_quantity = i.refunded_quantity + l.quantity,
       refunded_amount = i.refunded_amount + l.amount
     FROM refund_lines l, orders o
     WHERE l.refund_id = :refundId AND i.id = l.order_item_id AND o.id = i.order_id
       AND i.refunded_quantity + l.quantity <= i.quantity
       AND i.refunded_amount + l.amount <= ${lineCharged}
     RETURNING i.id
   ), shipped AS (
     UPDATE orders o SET shipping_refunded = o.shipping_refunded + r.shipping, updated_at = now()
     FROM refunds r
     WHERE r.id = :refundId AND o.id = r.order_id AND o.shipping_refunded + r.shipping <= ${shippingCharged}
     RETURNING o.id
   )
   SELECT (SELECT count(*) FROM shipped) = 1
     AND (SELECT count(*) FROM counted) = (SELECT count(*) FROM refund_lines WHERE refund_id = :refundId)
     AS "isCounted"`,
);

const subtractCounts = statement('orders.uncountRefund')<{ refundId: string }>(
  `WITH uncounted AS (
     UPDATE order_items i SET refunded_quantity = i.refunded_quantity - l.quantity,
       refunded_amount = i.refunded_amount - l.amount
     FROM refund_lines l WHERE l.refund_id = :refundId AND i.id = l.order_item_id
   )
   UPDATE orders o SET shipping_refunded = o.shipping_refunded - r.shipping, updated_at = now()
   FROM refunds r WHERE r.id = :refundId AND o.id = r.order_id`,
);

/**
 * Counts a refund's lines and shipping as refunded, under the order's lock.
 * @returns false when one of them has less left: the caller must then roll back.
 */
export async function countRefund(ctx: Context, refundId: string): Promise<boolean> {
  const [row] = await ctx.db.query(addCounts, { refundId });
  return row?.isCounted ?? false;
}

/** The refund has failed: what it counted can be refunded again. */
export async function uncountRefund(ctx: Context, refundId: string): Promise<void> {
  await ctx.db.execute(subtractCounts, { refundId });
}
