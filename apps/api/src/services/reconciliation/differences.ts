import type { Context } from '../../kernel/context.ts';
import type { RemotePayment, RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import { differenceOf, type Comparison, type Difference } from './compare.ts';
import { compareDisputes } from './disputes.ts';
import { unwrittenFees } from './fees.ts';
import { inBatches } from './inBatches.ts';
import { byBothIds } from './ours.ts';
import { compareRefunds } from './refunds.ts';
import {
  selectStoredPayments,
  selectUnsettled,
  selectPaid,
  type StoredPayment,
} from './statements.ts';

/** Payments of ours that are compared at a time. */
const BATCH = 200;

/** Each costs a request, so few: payments that a bank takes days to decide. */
const OLD_OPEN_LIMIT = 100;

/** Between our row and the provider's there may be the time of a checkout and of two clocks. */
const CLOCKS_MS = 10 * 60_000;

/**
 * Compares our payments with what the provider lists of a span of time, and with what it says of the
 * few payments from before it that are not decided. Fees come last, when what was missed of their
 * payments is repaired. Reports batch by batch; writes nothing.
 * @throws {Unavailable}
 */
export async function* compare(
  ctx: Context,
  remote: RemoteProvider,
  span: Span,
): AsyncGenerator<Comparison> {
  const withMoney = new Set<string>();
  for await (const batch of inBatches(remote.list(span))) {
    for (const seen of batch) if (seen && seen.captured.amount > 0) withMoney.add(seen.providerId);
    yield await compareBatch(ctx, remote, batch);
  }
  yield await compareOldOpen(ctx, remote, span);
  yield* findMissingMoney(ctx, remote, span, withMoney);
  yield* compareRefunds(ctx, remote, span);
  yield* compareDisputes(ctx, remote, span);
  for await (const fees of unwrittenFees(ctx, remote, span)) {
    yield { examined: 0, foreign: 0, differences: [], fees };
  }
}

async function compareBatch(
  ctx: Context,
  remote: RemoteProvider,
  batch: readonly (RemotePayment | null)[],
): Promise<Comparison> {
  const ours = batch.filter((seen) => seen !== null);
  const differences = await differencesOf(ctx, remote, ours);
  return { examined: batch.length, foreign: batch.length - ours.length, differences };
}

/** Where payments of the provider's that carry our mark disagree with ours as they are now. */
export async function differencesOf(
  ctx: Context,
  { name }: Pick<RemoteProvider, 'name'>,
  ours: readonly RemotePayment[],
): Promise<Difference[]> {
  const stored = await storedOf(ctx, name, ours);
  return ours.flatMap((seen) => {
    const byOurId = seen.paymentId === undefined ? undefined : stored.get(seen.paymentId);
    return differenceOf(seen, stored.get(seen.providerId), byOurId) ?? [];
  });
}

/** By both of their ids. */
async function storedOf(
  ctx: Context,
  provider: string,
  seen: readonly RemotePayment[],
): Promise<Map<string, StoredPayment>> {
  if (seen.length === 0) return new Map();
  const rows = await ctx.db.query(selectStoredPayments, {
    provider,
    providerIds: seen.map(({ providerId }) => providerId),
    ids: seen.flatMap(({ paymentId }) => paymentId ?? []),
  });
  return byBothIds(rows);
}

async function compareOldOpen(
  ctx: Context,
  remote: RemoteProvider,
  { from }: Span,
): Promise<Comparison> {
  const old = await ctx.db.query(selectUnsettled, {
    provider: remote.name,
    before: from,
    limit: OLD_OPEN_LIMIT,
  });
  const differences: Difference[] = [];
  for (const stored of old) {
    const seen = await retrieveKnown(remote, stored.providerId);
    const difference = seen && differenceOf(seen, stored, stored);
    if (difference) differences.push(difference);
  }
  return { examined: old.length, foreign: 0, differences };
}

/** Undefined when the provider knows no payment of this id. */
async function retrieveKnown(
  remote: RemoteProvider,
  providerId: string,
): Promise<RemotePayment | undefined> {
  try {
    return await remote.retrieve(providerId);
  } catch (error) {
    if (error instanceof ProviderMissing) return undefined;
    throw error;
  }
}

/** Money in our ledger, begun well within the span, that the provider did not list with money. */
async function* findMissingMoney(
  ctx: Context,
  { name }: RemoteProvider,
  { from, to }: Span,
  withMoney: ReadonlySet<string>,
): AsyncGenerator<Comparison> {
  const begin = new Date(from.getTime() + CLOCKS_MS);
  const end = new Date(to.getTime() - CLOCKS_MS);
  for (let last = ''; ;) {
    const paid = await ctx.db.query(selectPaid, {
      provider: name,
      begin,
      end,
      after: last,
      limit: BATCH,
    });
    const differences = paid
      .filter(({ providerId }) => !withMoney.has(providerId))
      .map((stored) => missingMoney(stored));
    if (differences.length > 0) yield { examined: 0, foreign: 0, differences };
    last = paid.at(-1)?.id ?? last;
    if (paid.length < BATCH) return;
  }
}

function missingMoney(stored: StoredPayment & { providerId: string }): Difference {
  const { providerId, status, captured } = stored;
  const detail = `${status} with ${captured} here, not listed with money there`;
  return { kind: 'missing_money', providerId, stored, detail };
}
