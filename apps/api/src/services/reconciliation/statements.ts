import { statement } from '../../db/statement.ts';
import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { AllocationStatus } from '../../domains/refunds.enums.ts';

/** A payment as we store it. */
export interface StoredPayment {
  readonly id: string;
  readonly orderId: string;
  readonly providerId: string | null;
  readonly status: PaymentStatus;
  readonly captured: number;
}

const columns = `id, order_id AS "orderId", provider_id AS "providerId", status, captured`;

/** By the provider's ids, or by ours as the provider was told them. */
export const selectStoredPayments = statement('reconciliation.payments')<
  { provider: string; providerIds: readonly string[]; ids: readonly string[] },
  StoredPayment
>(
  `SELECT ${columns} FROM payments
   WHERE provider = :provider AND (provider_id = ANY (:providerIds::text[]) OR id = ANY (:ids::text[]))`,
);

/** A refund's part as we store it. */
export interface StoredAllocation {
  readonly id: string;
  readonly providerId: string | null;
  readonly status: AllocationStatus;
}

/** By the provider's ids, or by ours as the provider was told them. */
export const selectAllocations = statement('reconciliation.transfers')<
  { providerIds: readonly string[]; ids: readonly string[] },
  StoredAllocation
>(
  `SELECT id, provider_id AS "providerId", status FROM refund_transfers
   WHERE provider_id = ANY (:providerIds::text[]) OR id = ANY (:ids::text[])`,
);

/** Disputes as we store them, by the provider's ids. */
export const selectDisputes = statement('reconciliation.disputes')<
  { providerIds: readonly string[] },
  { providerId: string; status: string }
>(
  `SELECT provider_id AS "providerId", status FROM disputes WHERE provider_id = ANY (:providerIds::text[])`,
);

/** When the oldest of a provider began that is not decided and not older than that. */
export const selectOldestOpenDispute = statement('reconciliation.oldestOpenDispute')<
  { provider: string; after: Date },
  { createdAt: Date }
>(
  `SELECT d.created_at AS "createdAt" FROM disputes d JOIN payments p ON p.id = d.payment_id
   WHERE p.provider = :provider AND d.closed_at IS NULL AND d.created_at > :after
   ORDER BY d.created_at LIMIT 1`,
);

/**
 * Of movements of the provider's balance, by which money came for its payments and its charges,
 * those whose fee is not in the ledger of the payment that was captured by them. A
 * capture is written down under its charge, or under the payment where the provider named none.
 */
export const selectMissingFees = statement('reconciliation.missingFees')<
  {
    provider: string;
    references: readonly string[];
    providerPaymentIds: readonly string[];
    charges: readonly string[];
  },
  {
    paymentId: string;
    orderId: string;
    currency: string;
    reference: string;
  }
>(
  `SELECT p.id AS "paymentId", p.order_id AS "orderId", p.currency, t.reference
   FROM unnest(:references::text[], :providerPaymentIds::text[], :charges::text[]) AS t (reference, payment, charge)
   JOIN payments p ON p.provider = :provider AND p.provider_id = t.payment
   JOIN payment_entries c ON c.payment_id = p.id AND c.kind = 'captured'
     AND c.reference IN (t.charge, t.payment)
   WHERE NOT EXISTS (SELECT FROM payment_entries f
     WHERE f.payment_id = p.id AND f.kind = 'fee' AND f.reference = t.reference)`,
);

/**
 * Payments from before the span that may still be decided, those longest untouched first: a bank
 * may take days.
 */
export const selectUnsettled = statement('reconciliation.unsettled')<
  { provider: string; before: Date; limit: number },
  StoredPayment & { providerId: string },
  'providerId'
>(
  `SELECT ${columns} FROM payments
   WHERE provider = :provider AND created_at < :before AND provider_id IS NOT NULL
     AND (status IN ('processing', 'authorized')
       OR status IN ('pending', 'requires_action', 'failed')
         AND order_id IN (SELECT id FROM orders WHERE status = 'pending'))
   ORDER BY updated_at LIMIT :limit`,
);

/** Payments with money, begun in a span of time and quiet since its end; after an id, in the order of ids. */
export const selectPaid = statement('reconciliation.paid')<
  { provider: string; begin: Date; end: Date; after: string; limit: number },
  StoredPayment & { providerId: string },
  'providerId'
>(
  `SELECT ${columns} FROM payments
   WHERE provider = :provider AND created_at BETWEEN :begin AND :end AND updated_at <= :end AND id > :after
     AND provider_id IS NOT NULL AND captured > 0
   ORDER BY id LIMIT :limit`,
);

export const selectLastRun = statement('reconciliation.last')<
  { provider: string },
  { startedAt: Date }
>(
  `SELECT started_at AS "startedAt" FROM reconciliations
   WHERE provider = :provider AND finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1`,
);

export const insertRun = statement('reconciliation.begin')<{
  id: string;
  provider: string;
  since: Date;
}>(`INSERT INTO reconciliations (id, provider, since) VALUES (:id, :provider, :since)`);

export const updateProgress = statement('reconciliation.progress')<{
  id: string;
  examined: number;
  findings: string;
  fees: number;
}>(
  `UPDATE reconciliations SET examined = :examined, findings = :findings::jsonb, fees = :fees WHERE id = :id`,
);

export const finishRun = statement('reconciliation.finish')<{
  id: string;
  examined: number;
  findings: string;
  fees: number;
}>(
  `UPDATE reconciliations SET examined = :examined, findings = :findings::jsonb, fees = :fees, finished_at = now()
   WHERE id = :id`,
);
