import type { Context } from '../../kernel/context.ts';
import type { FeeToRecord, PaymentsService, RemoteFee, Span } from '../payments.service.ts';
import { selectFeeless, STRIPE } from './statements.ts';

/** Fees compared at a time. */
const BATCH = 200;

/**
 * The provider's fees of a span of time that are not in our ledgers yet, batch by batch; writes
 * nothing. No webhook tells of them, so that a missing one is no difference between the books.
 * @throws {ProviderUnavailable}
 */
export async function* unwrittenFees(
  ctx: Context,
  payments: PaymentsService,
  span: Span,
): AsyncGenerator<FeeToRecord[]> {
  let batch: RemoteFee[] = [];
  for await (const seen of payments.listFees(STRIPE, span)) {
    batch.push(seen);
    if (batch.length < BATCH) continue;
    yield await unwrittenOf(ctx, batch);
    batch = [];
  }
  yield await unwrittenOf(ctx, batch);
}

/**
 * A fee in another currency than its payment's is left out: the provider has converted the money,
 * and a ledger is in one currency. So is one of nothing, as where fees are billed by the month.
 */
async function unwrittenOf(ctx: Context, batch: readonly RemoteFee[]): Promise<FeeToRecord[]> {
  if (batch.length === 0) return [];
  const rows = await ctx.db.query(selectFeeless, [
    STRIPE,
    batch.map(({ reference }) => reference),
    batch.map(({ providerPaymentId }) => providerPaymentId),
    batch.map(({ captureReference }) => captureReference),
  ]);
  const fees = new Map(batch.map(({ reference, fee }) => [reference, fee]));
  return rows.flatMap((row) => {
    const fee = fees.get(row.reference);
    const isWritable = fee && fee.currency === row.currency && fee.amount > 0;
    return isWritable ? [{ ...row, amount: fee.amount }] : [];
  });
}
