import type { Context } from '../../kernel/context.ts';
import type { ListedDispute, RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import type { Comparison } from './compare.ts';
import { inBatches } from './inBatches.ts';
import { selectOurs } from './ours.ts';
import { selectDisputes, selectOldestOpenDispute } from './statements.ts';

/** A bank decides within about ten weeks (https://docs.stripe.com/disputes/how-disputes-work). */
const MAX_AGE_MS = 120 * 86_400_000;

/** Their times are the provider's own; it lists by the second. */
const SECOND_MS = 1000;

/**
 * Compares our disputes with those that the provider lists: those of a span of time, and from the
 * oldest on that is still open here, since a bank takes weeks. Reports batch by batch; writes nothing.
 * @throws {Unavailable}
 */
export async function* compareDisputes(
  ctx: Context,
  remote: RemoteProvider,
  span: Span,
): AsyncGenerator<Comparison> {
  if (!remote.disputes) return;
  const from = await beginOf(ctx, remote, span);
  for await (const batch of inBatches(remote.disputes.list({ ...span, from }))) {
    yield await compareBatch(ctx, remote, batch);
  }
}

async function beginOf(ctx: Context, { name }: RemoteProvider, { from }: Span): Promise<Date> {
  const earliest = new Date(Date.now() - MAX_AGE_MS);
  const [open] = await ctx.db.query(selectOldestOpenDispute, { provider: name, after: earliest });
  const begin = (open?.createdAt.getTime() ?? Infinity) - SECOND_MS;
  return new Date(Math.min(from.getTime(), begin));
}

async function compareBatch(
  ctx: Context,
  remote: RemoteProvider,
  batch: readonly ListedDispute[],
): Promise<Comparison> {
  const ours = await selectOurs(ctx, remote, batch);
  const statuses = await statusesOf(
    ctx,
    ours.map(({ seen }) => seen.providerId),
  );
  const differences = ours.flatMap(({ seen: { providerId, status }, stored }) => {
    const here = statuses.get(providerId);
    if (here === status) return [];
    const detail = `dispute ${here ?? 'unknown'} here, ${status} there`;
    return [{ kind: 'missed_dispute' as const, providerId, stored, detail }];
  });
  return { examined: batch.length, foreign: batch.length - ours.length, differences };
}

async function statusesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length > 0 ? await ctx.db.query(selectDisputes, { providerIds: ids }) : [];
  return new Map(rows.map(({ providerId, status }) => [providerId, status]));
}
