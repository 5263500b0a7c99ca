import type { Context } from '../../kernel/context.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import { selectStoredPayments, type StoredPayment } from './statements.ts';

/** What a provider lists of a payment. */
interface Listed {
  readonly providerPaymentId: string | null;
}

/**
 * What of a batch is of a payment of ours. The rest is another system's, or its payment is a
 * finding.
 */
export async function selectOurs<Seen extends Listed>(
  ctx: Context,
  { name }: Pick<RemoteProvider, 'name'>,
  batch: readonly Seen[],
): Promise<{ seen: Seen; stored: StoredPayment }[]> {
  const providerIds = batch.flatMap(({ providerPaymentId }) => providerPaymentId ?? []);
  if (providerIds.length === 0) return [];
  const rows = await ctx.db.query(selectStoredPayments, { provider: name, providerIds, ids: [] });
  const payments = byBothIds(rows);
  return batch.flatMap((seen) => {
    const stored = seen.providerPaymentId !== null && payments.get(seen.providerPaymentId);
    return stored ? [{ seen, stored }] : [];
  });
}

/** Rows by our ids and by those of their provider. */
export function byBothIds<Row extends { id: string; providerId: string | null }>(
  rows: readonly Row[],
): Map<string, Row> {
  return new Map(
    rows.flatMap((row) => [
      [row.id, row],
      ...(row.providerId === null ? [] : ([[row.providerId, row]] as const)),
    ]),
  );
}
