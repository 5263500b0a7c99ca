import { statement } from '../../db/client.ts';
import type { Context } from '../../utils/context.ts';
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
  /** @throws {AppError} service_unavailable when the provider is away; what is left waits for the next sweep. */
  return async function sweep(ctx: Context): Promise<Sweep> {
    const counts: Sweep = { ended: 0, paid: 0, paying: 0, impossible: 0 };
    for (;;) {
      const due = await ctx.db.query(claimDue, [BATCH]);
      for (const { id } of due) counts[await abandon(ctx, id, 'expired')]++;
      if (due.length < BATCH) return counts;
    }
  };
}
