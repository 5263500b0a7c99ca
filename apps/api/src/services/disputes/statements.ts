import { statement } from '../../db/client.ts';

export interface Dispute {
  id: string;
  orderId: string;
  paymentId: string;
  providerId: string;
  status: string;
  reason: string;
  amount: number;
  currency: string;
  evidenceDueAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

/** By the provider's id. */
export const selectDispute = statement<Pick<Dispute, 'status'>>(
  'disputes.find',
  `SELECT status FROM disputes WHERE provider_id = $1`,
);

/** Under the lock of its order: no one else writes it meanwhile. */
export const upsertDispute = statement<object>(
  'disputes.upsert',
  `INSERT INTO disputes (id, payment_id, provider_id, status, reason, amount, currency,
     evidence_due_at, created_at, closed_at, stage)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN now() END, $11)
   ON CONFLICT (provider_id) DO UPDATE SET status = excluded.status, reason = excluded.reason,
     amount = excluded.amount, stage = excluded.stage, evidence_due_at = excluded.evidence_due_at, updated_at = now(),
     closed_at = CASE WHEN $10::boolean THEN coalesce(disputes.closed_at, now()) END`,
);
