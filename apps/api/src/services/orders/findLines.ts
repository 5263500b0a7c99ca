import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

const selectLines = statement('orders.lines')<
  { orderId: string },
  { variantId: string; quantity: number }
>(
  `SELECT variant_id AS "variantId", quantity FROM order_items WHERE order_id = :orderId ORDER BY position`,
);

/** What was ordered, for stock. */
export function findLines(
  ctx: Context,
  orderId: string,
): Promise<{ variantId: string; quantity: number }[]> {
  return ctx.db.query(selectLines, { orderId });
}
