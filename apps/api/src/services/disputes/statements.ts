import { statement } from '../../db/client.ts';
import { idRangeSql } from '../../utils/page.ts';

export interface Dispute {
  id: string;
  orderId: string;
  paymentId: string;
  /** Stripe's id. */
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

const columns = `d.id, p.order_id AS "orderId", d.payment_id AS "paymentId",
  d.provider_id AS "providerId", d.status, d.reason, d.amount, d.currency,
  d.evidence_due_at AS "evidenceDueAt", d.created_at AS "createdAt",
  d.updated_at AS "updatedAt", d.closed_at AS "closedAt"`;

/** By the provider's id. */
export const selectDispute = statement<Dispute>(
  'disputes.find',
  `SELECT ${columns} FROM disputes d JOIN payments p ON p.id = d.payment_id
   WHERE d.provider_id = $1`,
);

/** $4 is whether those are wanted that are open (true) or closed (false); null: all. */
export const selectDisputes = statement<Dispute>(
  'disputes.list',
  `SELECT ${columns} FROM disputes d JOIN payments p ON p.id = d.payment_id
   WHERE ($4::boolean IS NULL OR (d.closed_at IS NULL) = $4)
     AND ${idRangeSql('d.id')}`,
);

/** Under the lock of its order: nobody else writes it meanwhile. */
export const upsertDispute = statement<object>(
  'disputes.upsert',
  `INSERT INTO disputes (id, payment_id, provider_id, status, reason, amount, currency,
     evidence_due_at, created_at, closed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN now() END)
   ON CONFLICT (provider_id) DO UPDATE SET status = excluded.status, reason = excluded.reason,
     amount = excluded.amount, evidence_due_at = excluded.evidence_due_at, updated_at = now(),
     closed_at = CASE WHEN $10::boolean THEN coalesce(disputes.closed_at, now()) END`,
);
