import { statement } from '../../db/client.ts';
import type { PaymentStatus } from '../payments.service.ts';

/** A payment as our books have it. */
export interface BookedPayment {
  readonly id: string;
  readonly orderId: string;
  readonly providerId: string | null;
  readonly status: PaymentStatus;
  readonly captured: number;
}

const columns = `id, order_id AS "orderId", provider_id AS "providerId", status, captured`;

/** By the provider's ids ($2), or by ours as the provider was told them ($3). */
export const selectBooked = statement<BookedPayment>(
  'reconciliation.booked',
  `SELECT ${columns} FROM payments
   WHERE provider = $1 AND (provider_id = ANY ($2::text[]) OR id = ANY ($3::text[]))`,
);

/** A refund's part as our books have it. */
export interface BookedTransfer {
  readonly id: string;
  readonly providerId: string | null;
  readonly status: 'pending' | 'waiting' | 'succeeded' | 'failed';
}

/** By the provider's ids ($1), or by ours as the provider was told them ($2). */
export const selectTransfers = statement<BookedTransfer>(
  'reconciliation.transfers',
  `SELECT id, provider_id AS "providerId", status FROM refund_transfers
   WHERE provider_id = ANY ($1::text[]) OR id = ANY ($2::text[])`,
);

/** Disputes as our books have them, by the provider's ids. */
export const selectDisputes = statement<{ providerId: string; status: string }>(
  'reconciliation.disputes',
  `SELECT provider_id AS "providerId", status FROM disputes WHERE provider_id = ANY ($1::text[])`,
);

/** When the oldest of a provider began that is not decided and not older than $2. */
export const selectOldestOpenDispute = statement<{ createdAt: Date }>(
  'reconciliation.oldestOpenDispute',
  `SELECT d.created_at AS "createdAt" FROM disputes d JOIN payments p ON p.id = d.payment_id
   WHERE p.provider = $1 AND d.closed_at IS NULL AND d.created_at > $2
   ORDER BY d.created_at LIMIT 1`,
);

/**
 * Of movements of the provider's balance ($2), by which money came for its payments ($3) and its
 * charges ($4), those whose fee is not in the ledger of the payment that was captured by them. A
 * capture is written down under its charge, or under the payment where the provider named none.
 */
export const selectFeeless = statement<{
  paymentId: string;
  orderId: string;
  currency: string;
  reference: string;
}>(
  'reconciliation.feeless',
  `SELECT p.id AS "paymentId", p.order_id AS "orderId", p.currency, t.reference
   FROM unnest($2::text[], $3::text[], $4::text[]) AS t (reference, payment, charge)
   JOIN payments p ON p.provider = $1 AND p.provider_id = t.payment
   JOIN payment_entries c ON c.payment_id = p.id AND c.kind = 'captured'
     AND c.reference IN (t.charge, t.payment)
   WHERE NOT EXISTS (SELECT FROM payment_entries f
     WHERE f.payment_id = p.id AND f.kind = 'fee' AND f.reference = t.reference)`,
);

/**
 * Payments from before the span that may still be decided, those longest untouched first: a bank
 * may take days.
 */
export const selectOldOpen = statement<BookedPayment & { providerId: string }>(
  'reconciliation.oldOpen',
  `SELECT ${columns} FROM payments
   WHERE provider = $1 AND created_at < $2 AND provider_id IS NOT NULL
     AND (status IN ('processing', 'authorized')
       OR status IN ('pending', 'requires_action', 'failed')
         AND order_id IN (SELECT id FROM orders WHERE status = 'pending'))
   ORDER BY updated_at LIMIT $3`,
);

/** Payments with money, begun in a span of time and quiet since its end; after $4, in the order of ids. */
export const selectPaid = statement<BookedPayment & { providerId: string }>(
  'reconciliation.paid',
  `SELECT ${columns} FROM payments
   WHERE provider = $1 AND created_at BETWEEN $2 AND $3 AND updated_at <= $3 AND id > $4
     AND provider_id IS NOT NULL AND captured > 0
   ORDER BY id LIMIT $5`,
);

export const selectLastRun = statement<{ startedAt: Date }>(
  'reconciliation.last',
  `SELECT started_at AS "startedAt" FROM reconciliations
   WHERE provider = $1 AND finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1`,
);

export const insertRun = statement<object>(
  'reconciliation.begin',
  `INSERT INTO reconciliations (id, provider, since) VALUES ($1, $2, $3)`,
);

export const updateProgress = statement<object>(
  'reconciliation.progress',
  `UPDATE reconciliations SET examined = $2, findings = $3::jsonb, fees = $4 WHERE id = $1`,
);

export const finishRun = statement<object>(
  'reconciliation.finish',
  `UPDATE reconciliations SET examined = $2, findings = $3::jsonb, fees = $4, finished_at = now()
   WHERE id = $1`,
);
