import type { Context } from '../../kernel/context.ts';
import type { RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import { selectLastRun } from './statements.ts';

export interface ReconciliationOptions {
  /** How far back every run looks, however short ago the last one was. */
  windowDays?: number;
  /** What is younger may have its webhook still on the way, and is left to the next run. Seconds. */
  settleSeconds?: number;
  /** Of the provider's pages. */
  pageSize?: number;
}

const DAY_MS = 86_400_000;
/** However long no run was finished: what is older is for a person with the provider's exports. */
const MAX_WINDOW_MS = 30 * DAY_MS;
/** A run begins this long before the last one began. */
const OVERLAP_MS = 3_600_000;

/** From the window's beginning, or from the last run that was finished when that is longer ago. */
export async function spanOf(
  ctx: Context,
  { name }: RemoteProvider,
  { windowDays = 3, settleSeconds = 300, pageSize }: ReconciliationOptions = {},
): Promise<Span> {
  const now = Date.now();
  const [last] = await ctx.db.query(selectLastRun, { provider: name });
  const lastBegan = (last?.startedAt.getTime() ?? now) - OVERLAP_MS;
  const from = Math.max(Math.min(now - windowDays * DAY_MS, lastBegan), now - MAX_WINDOW_MS);
  const to = new Date(now - settleSeconds * 1000);
  return { from: new Date(from), to, ...(pageSize !== undefined && { pageSize }) };
}
