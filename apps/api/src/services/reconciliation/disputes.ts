import type { Context } from '../../kernel/context.ts';
import type { DisputeNews, DisputesService } from '../disputes.service.ts';
import type { Span } from '../payments.service.ts';
import type { Comparison } from './compare.ts';
import { selectBooked, selectDisputes, selectOldestOpenDispute, STRIPE } from './statements.ts';

/** Disputes compared at a time. */
const BATCH = 200;

/** A bank decides within about ten weeks (https://docs.stripe.com/disputes/how-disputes-work). */
const MAX_AGE_MS = 120 * 86_400_000;

/** Their times are the provider's own; it lists by the second. */
const SECOND_MS = 1000;

/**
 * Compares the books with the disputes that Stripe lists: those of a span of time, and from the
 * oldest on that is still open here, since a bank takes weeks. Reports batch by batch; writes nothing.
 * @throws {Unavailable}
 */
export async function* compareDisputes(
  ctx: Context,
  disputes: DisputesService,
  span: Span,
): AsyncGenerator<Comparison> {
  let batch: DisputeNews[] = [];
  for await (const seen of disputes.listRemote({ ...span, from: await beginOf(ctx, span) })) {
    batch.push(seen);
    if (batch.length < BATCH) continue;
    yield await compareBatch(ctx, batch);
    batch = [];
  }
  yield await compareBatch(ctx, batch);
}

async function beginOf(ctx: Context, { from }: Span): Promise<Date> {
  const earliest = new Date(Date.now() - MAX_AGE_MS);
  const [open] = await ctx.db.query(selectOldestOpenDispute, [earliest]);
  const begin = (open?.createdAt.getTime() ?? Infinity) - SECOND_MS;
  return new Date(Math.min(from.getTime(), begin));
}

async function compareBatch(ctx: Context, batch: readonly DisputeNews[]): Promise<Comparison> {
  const intents = batch.flatMap(({ paymentIntentId }) => paymentIntentId ?? []);
  const rows = intents.length > 0 ? await ctx.db.query(selectBooked, [STRIPE, intents, []]) : [];
  const payments = new Map(rows.map((row) => [row.providerId, row]));
  const ours = batch.flatMap((seen) => {
    const booked = seen.paymentIntentId === null ? undefined : payments.get(seen.paymentIntentId);
    return booked ? [{ seen, booked }] : [];
  });
  const statuses = await statusesOf(
    ctx,
    ours.map(({ seen }) => seen.id),
  );
  const differences = ours.flatMap(({ seen: { id: providerId, status }, booked }) => {
    const here = statuses.get(providerId);
    if (here === status) return [];
    const detail = `dispute ${here ?? 'unknown'} here, ${status} there`;
    return [{ kind: 'missed_dispute' as const, providerId, booked, detail }];
  });
  return { examined: batch.length, foreign: batch.length - ours.length, differences };
}

async function statusesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length > 0 ? await ctx.db.query(selectDisputes, [ids]) : [];
  return new Map(rows.map(({ providerId, status }) => [providerId, status]));
}
