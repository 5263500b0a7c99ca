import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

const selectDue = statement('orders.claimDue')<{ limit: number; asOf: string }, { id: string }>(
  `UPDATE orders SET looks = looks + 1,
     look_at = now() + least(2 ^ (looks + 1), 60) * interval '1 minute'
   WHERE id IN (
     SELECT id FROM orders
     WHERE status = 'pending' AND look_at <= :asOf::timestamptz
     ORDER BY look_at LIMIT :limit
     FOR UPDATE SKIP LOCKED
   )
   RETURNING id`,
);

const markDue = statement('orders.markDue')<{ ids: readonly string[] }>(
  `UPDATE orders SET looks = looks - 1, look_at = now() WHERE id = ANY (:ids) AND status = 'pending'`,
);

/**
 * Claims orders that are due for a check (`look_at`) as of the beginning of the sweep, and postpones
 * each by two minutes, then four, up to an hour. No other sweeper claims them meanwhile, and those
 * that cannot be closed (a payment in progress for days, the provider is down) do not block others.
 * @param asOf a time of the database's, as text: a Date has no microseconds.
 * @returns their ids.
 */
export async function claimDueOrders(
  ctx: Context,
  { limit, asOf }: { limit: number; asOf: string },
): Promise<string[]> {
  return (await ctx.db.query(selectDue, { limit, asOf })).map(({ id }) => id);
}

/** Makes orders due again that were claimed and not checked. */
export async function returnDueOrders(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.db.execute(markDue, { ids });
}
