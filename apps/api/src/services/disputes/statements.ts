import { insertSql } from '../../db/insertSql.ts';
import { statement } from '../../db/statement.ts';

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
export const selectDispute = statement('disputes.find')<
  { providerId: string },
  Pick<Dispute, 'status'>
>(`SELECT status FROM disputes WHERE provider_id = :providerId`);

/** Under the lock of its order: no one else writes it meanwhile. */
export const upsertDispute = statement('disputes.upsert')<{
  id: string;
  paymentId: string;
  providerId: string;
  status: string;
  reason: string;
  amount: number;
  currency: string;
  evidenceDueAt: Date | null;
  createdAt: Date;
  isClosed: boolean;
  stage: string;
}>(
  `${insertSql('disputes', {
    id: ':id',
    payment_id: ':paymentId',
    provider_id: ':providerId',
    status: ':status',
    stage: ':stage',
    reason: ':reason',
    amount: ':amount',
    currency: ':currency',
    evidence_due_at: ':evidenceDueAt',
    created_at: ':createdAt',
    closed_at: 'CASE WHEN :isClosed::boolean THEN now() END',
  })}
   ON CONFLICT (provider_id) DO UPDATE SET status = excluded.status, reason = excluded.reason,
     amount = excluded.amount, stage = excluded.stage, evidence_due_at = excluded.evidence_due_at, updated_at = now(),
     closed_at = CASE WHEN :isClosed::boolean THEN coalesce(disputes.closed_at, now()) END`,
);
