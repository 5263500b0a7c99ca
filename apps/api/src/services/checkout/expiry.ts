import { statement } from '../../db/client.ts';
import type { Context } from '../../utils/context.ts';
import { AppError } from '../../utils/errors.ts';
import type { End, Ending } from './abandon.ts';

/** Orders taken at a time. */
const BATCH = 50;

/**
 * Takes orders whose time is up and puts them off by two minutes: no other sweeper takes them
 * meanwhile, and those that could not be ended (the provider is away, a payment is under way) are
 * looked at again then.
 */
const claimDue = statement<{ id: string }>(
  'orders.claimDue',
  `UPDATE orders SET expires_at = now() + interval '2 minutes'
   WHERE id IN (
     SELECT id FROM orders
     WHERE status = 'pending' AND expires_at <= now()
     ORDER BY expires_at LIMIT $1
     FOR UPDATE SKIP LOCKED
   )
   RETURNING id`,
);

/** How many orders a sweep found due, by what came of them. */
export type Sweep = Record<Ending, number>;

/** Ends every unpaid order whose time is up, one after the other. */
export function createSweeper(abandon: (ctx: Context, id: string, end: End) => Promise<Ending>) {
  /**
   * @throws {AppError} service_unavailable when the provider is away: the rest would wait in vain.
   * @throws {AggregateError} at the end, of orders that could not be ended; the others have been.
   */
  return async function sweep(ctx: Context): Promise<Sweep> {
    const counts: Sweep = { ended: 0, paid: 0, paying: 0, impossible: 0 };
    const failures: unknown[] = [];
    for (;;) {
      const due = await ctx.db.query(claimDue, [BATCH]);
      for (const { id } of due) {
        try {
          counts[await abandon(ctx, id, 'expired')]++;
        } catch (error) {
          if (error instanceof AppError && error.code === 'service_unavailable') throw error;
          failures.push(new Error(`The order ${id} could not be ended`, { cause: error }));
        }
      }
      if (due.length < BATCH) break;
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, `${failures.length} orders could not be ended`);
    }
    return counts;
  };
}
