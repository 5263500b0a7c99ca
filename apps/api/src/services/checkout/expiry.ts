import { statement, type None } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { OrdersService } from '../orders.service.ts';
import type { Ending } from './abandon.ts';

/** Orders taken at a time. */
const BATCH = 20;
/** After so many different orders in a row the provider is away, and not at odds with one of them. */
const AWAY_AFTER = 3;

const clock = statement('orders.clock')<None, { now: string }>(`SELECT now()::text AS now`);

/** How many orders a sweep found due, by what came of them. */
export type Sweep = Record<Ending | 'failed', number> & {
  /** The provider is away: what is left waits for the next sweep. */
  readonly provider: 'there' | 'away';
};

export interface SweepDeps {
  orders: Pick<OrdersService, 'claimDue' | 'putBackDue'>;
  expire: (ctx: Context, id: string) => Promise<Ending>;
  /** Told of an order that could not be ended; the others are gone on with. */
  onFailure: (orderId: string, error: unknown) => void;
}

/** Ends every unpaid order whose time is up, one after the other. */
export function createSweeper({ orders, expire, onFailure }: SweepDeps) {
  return async function sweep(ctx: Context): Promise<Sweep> {
    const counts = { ended: 0, paid: 0, paying: 0, impossible: 0, failed: 0 };
    const [{ now } = { now: 'now' }] = await ctx.db.query(clock);
    let unavailable = 0;
    for (;;) {
      const due = await orders.claimDue(ctx, { limit: BATCH, asOf: now });
      for (const [index, id] of due.entries()) {
        try {
          counts[await expire(ctx, id)]++;
          unavailable = 0;
        } catch (error) {
          counts.failed++;
          onFailure(id, error);
          unavailable = isUnavailable(error) ? unavailable + 1 : 0;
        }
        if (unavailable === AWAY_AFTER) {
          await orders.putBackDue(ctx, due.slice(index + 1));
          return { ...counts, provider: 'away' };
        }
      }
      if (due.length < BATCH) return { ...counts, provider: 'there' };
    }
  };
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === 'service_unavailable';
}
