import { statement, type None } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { errorText } from '../../utils/errorText.ts';
import type { Logger } from '../../utils/logger.ts';
import { closeOrder, type ClosingDeps, type ClosureOutcome } from './closeOrder.ts';

/** Orders taken at a time. */
const BATCH = 20;
/** After this many different orders in a row the provider itself is unavailable. */
const AWAY_AFTER = 3;

const clock = statement('orders.clock')<None, { now: string }>(`SELECT now()::text AS now`);

/** How many orders a sweep found due, by what came of them. */
type Sweep = Record<ClosureOutcome | 'failed', number> & {
  /** The provider is unavailable: the rest waits for the next sweep. */
  readonly provider: 'there' | 'away';
};

export interface ExpiryDeps extends ClosingDeps {
  logger: Pick<Logger, 'warn'>;
}

/** Closes every unpaid order whose time is up, one after another; a failure does not affect the others. */
export async function expireOrders(deps: ExpiryDeps, ctx: Context): Promise<Sweep> {
  const counts = { closed: 0, paid: 0, paying: 0, impossible: 0, failed: 0 };
  const [{ now } = { now: 'now' }] = await ctx.db.query(clock);
  let unavailable = 0;
  for (;;) {
    const due = await deps.orders.claimDue(ctx, { limit: BATCH, asOf: now });
    for (const [index, id] of due.entries()) {
      try {
        counts[await closeOrder(deps, ctx, id, { state: 'expired', reason: 'not paid in time' })]++;
        unavailable = 0;
      } catch (error) {
        counts.failed++;
        unavailable = isUnavailable(error) ? unavailable + 1 : 0;
        deps.logger.warn('An order whose time is up could not be closed; the next sweep retries', {
          orderId: id,
          error: errorText(error),
        });
      }
      if (unavailable === AWAY_AFTER) {
        await deps.orders.returnDueOrders(ctx, due.slice(index + 1));
        return { ...counts, provider: 'away' };
      }
    }
    if (due.length < BATCH) return { ...counts, provider: 'there' };
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === 'service_unavailable';
}
