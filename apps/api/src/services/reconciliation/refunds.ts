import type { Context } from '../../kernel/context.ts';
import type { ListedRefund, RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import type { Comparison, Difference } from './compare.ts';
import { inBatches } from './inBatches.ts';
import { byBothIds, selectOurs } from './ours.ts';
import { selectAllocations, type StoredAllocation, type StoredPayment } from './statements.ts';

/**
 * Compares our refunds with those that the provider lists of a span of time, those made in its
 * dashboard among them. Reports batch by batch; writes nothing.
 * @throws {ProviderUnavailable}
 */
export async function* compareRefunds(
  ctx: Context,
  remote: RemoteProvider,
  span: Span,
): AsyncGenerator<Comparison> {
  for await (const batch of inBatches(remote.listRefunds(span))) {
    yield await compareBatch(ctx, remote, batch);
  }
}

async function compareBatch(
  ctx: Context,
  remote: RemoteProvider,
  batch: readonly ListedRefund[],
): Promise<Comparison> {
  const ours = await selectOurs(ctx, remote, batch);
  const allocations = await allocationsOf(
    ctx,
    ours.map(({ seen }) => seen),
  );
  const differences = ours.flatMap(({ seen, stored }) => {
    const byOurId =
      seen.allocationId === undefined ? undefined : allocations.get(seen.allocationId);
    return differenceOf(seen, stored, allocations.get(seen.providerId) ?? byOurId) ?? [];
  });
  return { examined: batch.length, foreign: batch.length - ours.length, differences };
}

/** By both of their ids. */
async function allocationsOf(
  ctx: Context,
  seen: readonly ListedRefund[],
): Promise<Map<string, StoredAllocation>> {
  if (seen.length === 0) return new Map();
  const rows = await ctx.db.query(selectAllocations, {
    providerIds: seen.map(({ providerId }) => providerId),
    ids: seen.flatMap(({ allocationId }) => allocationId ?? []),
  });
  return byBothIds(rows);
}

function differenceOf(
  { providerId, status }: ListedRefund,
  stored: StoredPayment,
  allocation: StoredAllocation | undefined,
): Difference | undefined {
  // One of an earlier attempt; the row is about a later one.
  const isOther =
    allocation && allocation.providerId !== null && allocation.providerId !== providerId;
  const here = allocation && !isOther ? allocation.status : undefined;
  // What has failed and was never written down, or was an earlier attempt, has moved no money.
  const isFailure = here === undefined || here === 'waiting';
  if (here === status || (isFailure && status === 'failed')) return undefined;
  const detail = `refund ${here ?? 'unknown'} here, ${status} there`;
  return { kind: 'missed_refund', providerId, stored, detail };
}
