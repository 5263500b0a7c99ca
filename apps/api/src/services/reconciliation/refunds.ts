import type { Context } from '../../kernel/context.ts';
import type { ListedRefund, RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import type { Comparison, Difference } from './compare.ts';
import { inBatches } from './inBatches.ts';
import {
  selectStoredPayments,
  selectAllocations,
  type BookedPayment,
  type BookedAllocation,
} from './statements.ts';

/**
 * Compares the books with the refunds that the provider lists of a span of time, those made in its
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
  { name }: RemoteProvider,
  batch: readonly ListedRefund[],
): Promise<Comparison> {
  const paymentIds = batch.flatMap(({ providerPaymentId }) => providerPaymentId ?? []);
  const rows =
    paymentIds.length > 0
      ? await ctx.db.query(selectStoredPayments, {
          provider: name,
          providerIds: paymentIds,
          ids: [],
        })
      : [];
  const booked = new Map(rows.map((row) => [row.providerId, row]));
  const ours = batch.flatMap((seen) => {
    const payment =
      seen.providerPaymentId === null ? undefined : booked.get(seen.providerPaymentId);
    return payment ? [{ seen, payment }] : [];
  });
  const allocations = await allocationsOf(
    ctx,
    ours.map(({ seen }) => seen),
  );
  const differences = ours.flatMap(({ seen, payment }) => {
    const byOurId =
      seen.allocationId === undefined ? undefined : allocations.get(seen.allocationId);
    return differenceOf(seen, payment, allocations.get(seen.providerId) ?? byOurId) ?? [];
  });
  // A refund of a payment that is not in our books is another system's, or the payment is a finding.
  return { examined: batch.length, foreign: batch.length - ours.length, differences };
}

/** By both of their ids. */
async function allocationsOf(
  ctx: Context,
  seen: readonly ListedRefund[],
): Promise<Map<string, BookedAllocation>> {
  if (seen.length === 0) return new Map();
  const rows = await ctx.db.query(selectAllocations, {
    providerIds: seen.map(({ providerId }) => providerId),
    ids: seen.flatMap(({ allocationId }) => allocationId ?? []),
  });
  return new Map(
    rows.flatMap((row) => [
      [row.id, row],
      ...(row.providerId === null ? [] : ([[row.providerId, row]] as const)),
    ]),
  );
}

function differenceOf(
  { providerId, status }: ListedRefund,
  payment: BookedPayment,
  allocation: BookedAllocation | undefined,
): Difference | undefined {
  // One of an earlier attempt; the row is about a later one.
  const isOther =
    allocation && allocation.providerId !== null && allocation.providerId !== providerId;
  const here = allocation && !isOther ? allocation.status : undefined;
  // What has failed and was never written down, or was an earlier attempt, has moved no money.
  const isFailure = here === undefined || here === 'waiting';
  if (here === status || (isFailure && status === 'failed')) return undefined;
  const detail = `refund ${here ?? 'unknown'} here, ${status} there`;
  return { kind: 'missed_refund', providerId, booked: payment, detail };
}
