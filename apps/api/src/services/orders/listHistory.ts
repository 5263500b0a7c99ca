import { statement } from '../../db/statement.ts';
import type { OrderAxis } from '../../domains/orders.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { getOrderForShopper } from './getOrder.ts';

/** One change of one axis. */
export interface HistoryEntry {
  axis: OrderAxis;
  from: string | null;
  to: string;
  reason: string;
  actor: string;
  at: Date;
}

/** Oldest first. What one statement changed has one time; an axis changes at most once in it. */
const selectHistory = statement('orders.history')<{ orderId: string }, HistoryEntry>(
  `SELECT axis, from_state AS "from", to_state AS "to", reason, actor, created_at AS at
   FROM order_history WHERE order_id = :orderId
   ORDER BY created_at, from_state IS NOT NULL, axis`,
);

/** What has happened to an order, oldest first. @throws as {@link getOrderForShopper} does. */
export async function listHistory(
  ctx: Context,
  orderId: string,
  token: string | undefined,
): Promise<HistoryEntry[]> {
  await getOrderForShopper(ctx, orderId, token);
  return ctx.db.query(selectHistory, { orderId });
}
