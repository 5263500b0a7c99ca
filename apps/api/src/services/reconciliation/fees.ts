import type { Context } from '../../kernel/context.ts';
import type { RemoteFee, RemoteProvider, Span } from '../../ports/paymentProvider.ts';
import type { FeeToRecord } from '../payments.service.ts';
import { inBatches } from './inBatches.ts';
import { selectMissingFees } from './statements.ts';

/**
 * The provider's fees of a span of time that are not in our ledgers yet, batch by batch; writes
 * nothing. No webhook reports fees, so a missing one is no difference.
 * @throws {ProviderUnavailable}
 */
export async function* unwrittenFees(
  ctx: Context,
  remote: RemoteProvider,
  span: Span,
): AsyncGenerator<FeeToRecord[]> {
  if (!remote.listFees) return;
  for await (const batch of inBatches(remote.listFees(span))) {
    yield await unwrittenOf(ctx, remote, batch);
  }
}

/**
 * A fee in another currency than its payment's is left out: the provider has converted the money,
 * and a ledger is in one currency. So is one of nothing, as where fees are billed by the month.
 */
async function unwrittenOf(
  ctx: Context,
  { name }: RemoteProvider,
  batch: readonly RemoteFee[],
): Promise<FeeToRecord[]> {
  const rows = await ctx.db.query(selectMissingFees, {
    provider: name,
    references: batch.map(({ reference }) => reference),
    providerPaymentIds: batch.map(({ providerPaymentId }) => providerPaymentId),
    charges: batch.map(({ captureReference }) => captureReference),
  });
  const fees = new Map(batch.map(({ reference, fee }) => [reference, fee]));
  return rows.flatMap((row) => {
    const fee = fees.get(row.reference);
    const isWritable = fee && fee.currency === row.currency && fee.amount > 0;
    return isWritable ? [{ ...row, amount: fee.amount }] : [];
  });
}
