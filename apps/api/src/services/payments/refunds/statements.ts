import { insertSql } from '../../../db/insertSql.ts';
import { statement } from '../../../db/statement.ts';
import type { AllocationStatus, RefundStatus } from '../../../domains/refunds.enums.ts';
import { beginWorkflowSql, moveWorkflowSql } from '../../workflows/sql.ts';
import { paymentLeft } from '../sql.ts';
import { lostSql } from '../ledger/ledger.ts';
import type { ProviderName } from '../providers/provider.ts';

/** A refund's part that goes back by one payment, with what its steps need to know of that payment. */
export interface AllocationRow {
  id: string;
  refundId: string;
  orderId: string;
  refundStatus: RefundStatus;
  status: AllocationStatus;
  amount: number;
  currency: string;
  attempt: number;
  lastError: string | null;
  askedAt: Date | null;
  createdAt: Date;
  providerId: string | null;
  paymentId: string;
  provider: ProviderName;
  /** Where it goes back to when it was paid with a gift card or store credit. */
  creditAccountId: string | null;
  providerPaymentId: string | null;
  /** Whether a dispute of its payment is open, as far as the shop knows. */
  isDisputed: boolean;
  /** What its payment has left for it; below zero when even less than nothing is. */
  paymentLeft: number;
}

const columns = `t.id, t.refund_id AS "refundId", r.order_id AS "orderId", r.status AS "refundStatus",
  t.status, t.amount, r.currency, t.attempt, t.last_error AS "lastError",
  t.asked_at AS "askedAt", t.created_at AS "createdAt",
  t.provider_id AS "providerId", t.payment_id AS "paymentId", p.provider,
  p.credit_account_id AS "creditAccountId", p.provider_id AS "providerPaymentId",
  p.disputed > ${lostSql} AS "isDisputed",
  ${paymentLeft}
    + CASE WHEN t.status IN ('pending', 'waiting') THEN t.amount ELSE 0 END AS "paymentLeft"`;

const joined = `FROM refund_transfers t
  JOIN refunds r ON r.id = t.refund_id
  JOIN payments p ON p.id = t.payment_id`;

export const selectAllocation = statement('transfers.find')<{ id: string }, AllocationRow>(
  `SELECT ${columns} ${joined} WHERE t.id = :id`,
);

/** What goes back to accounts is in the order in which these are locked. */
export const selectAllocationsOf = statement('transfers.ofRefund')<
  { refundId: string },
  AllocationRow
>(
  `SELECT ${columns} ${joined}
   WHERE t.refund_id = :refundId ORDER BY p.credit_account_id NULLS FIRST, t.id`,
);

/** By the provider's id of the refund, or by ours as the provider was told it; the former first. */
export const selectRemoteAllocation = statement('transfers.findRemote')<
  { providerId: string; id: string | null },
  AllocationRow
>(
  `SELECT ${columns} ${joined}
   WHERE t.provider_id = :providerId OR t.id = :id
   ORDER BY t.provider_id = :providerId DESC NULLS LAST LIMIT 1`,
);

/**
 * Reserves the amount to refund by each payment, where that much is left of it. Fewer rows than
 * payments mean that another transaction was faster.
 */
export const reserveParts = statement('transfers.reserve')<{
  paymentIds: readonly string[];
  amounts: readonly number[];
}>(
  `UPDATE payments p SET refunding = p.refunding + part.amount, updated_at = now()
   FROM unnest(:paymentIds::text[], :amounts::bigint[]) AS part (payment_id, amount)
   WHERE p.id = part.payment_id
     AND ${paymentLeft} >= part.amount`,
);

/** The same for money that has moved already and is not ours to refuse. */
export const reserveRemoteRefund = statement('transfers.reserveRemote')<{
  paymentId: string;
  amount: number;
}>(`UPDATE payments SET refunding = refunding + :amount, updated_at = now() WHERE id = :paymentId`);

/** A refund with its lines, its allocations, all pending, and its workflow. */
export const insertRefund = statement('refunds.insert')<{
  id: string;
  orderId: string;
  amount: number;
  currency: string;
  shipping: number;
  reason: string;
  note: string;
  restocked: boolean;
  actor: string;
  requestId: string;
  lines: string;
  allocations: string;
  workflowId: string;
}>(
  `WITH written AS (
     ${insertSql('refunds', {
       id: ':id',
       order_id: ':orderId',
       amount: ':amount',
       currency: ':currency',
       shipping: ':shipping',
       reason: ':reason',
       note: ':note',
       restocked: ':restocked',
       actor: ':actor',
       request_id: ':requestId',
     })}
   ), listed AS (
     INSERT INTO refund_lines (refund_id, order_item_id, quantity, amount)
     SELECT :id, l."itemId", l.quantity, l.amount
     FROM jsonb_to_recordset(:lines::jsonb) AS l ("itemId" text, quantity int, amount bigint)
   ), begun AS (
     ${beginWorkflowSql('refund', {
       id: ':workflowId',
       subjectId: ':id',
       step: `'transfer'`,
       state: `'running'`,
       deadlineAt: `now() + interval '30 minutes'`,
     })}
   )
   INSERT INTO refund_transfers (id, refund_id, payment_id, amount, provider_id)
   SELECT t.id, :id, t."paymentId", t.amount, t."providerId"
   FROM jsonb_to_recordset(:allocations::jsonb) AS t (id text, "paymentId" text, amount bigint, "providerId" text)`,
);

/**
 * A decided allocation is no longer reserved. A waiting one is requested again under the next attempt,
 * since the provider replays its answer for the old one, whose refund has failed.
 */
export const moveAllocation = statement('transfers.move')<{
  id: string;
  from: RefundStatus;
  to: RefundStatus;
  providerId: string | null;
  failure: string | null;
}>(
  `WITH moved AS (
     UPDATE refund_transfers SET status = :to::refund_status, last_error = :failure, updated_at = now(),
       provider_id = CASE WHEN :to::text <> 'waiting' THEN coalesce(:providerId, provider_id) END,
       attempt = attempt + CASE WHEN :to::text = 'waiting' THEN 1 ELSE 0 END,
       asked_at = CASE WHEN :to::text <> 'waiting' THEN asked_at END
     WHERE id = :id AND status = :from::refund_status
     RETURNING payment_id, amount
   ), counted AS (
     UPDATE payments p SET refunding = p.refunding - m.amount, updated_at = now()
     FROM moved m
     WHERE p.id = m.payment_id
       AND :from::text IN ('pending', 'waiting') AND :to::text NOT IN ('pending', 'waiting')
   )
   SELECT FROM moved`,
);

/** An allocation that has failed is tried again, as another attempt. */
export const retryAllocation = statement('transfers.retry')<{ id: string }>(
  `UPDATE refund_transfers SET status = 'pending', attempt = attempt + 1, asked_at = NULL,
     provider_id = NULL, last_error = NULL, updated_at = now()
   WHERE id = :id AND status = 'failed'`,
);

/** Notes when the provider was first asked for this attempt. */
export const markRequested = statement('transfers.markRequested')<{ id: string; attempt: number }>(
  `UPDATE refund_transfers SET asked_at = coalesce(asked_at, now()), updated_at = now()
   WHERE id = :id AND attempt = :attempt AND status IN ('pending', 'waiting')`,
);

/** The provider would answer this attempt's key with the same breakdown for a day. */
export const spendAttempt = statement('transfers.spendAttempt')<{
  id: string;
  attempt: number;
  message: string;
}>(
  `UPDATE refund_transfers SET attempt = attempt + 1, asked_at = NULL, last_error = :message, updated_at = now()
   WHERE id = :id AND attempt = :attempt AND status IN ('pending', 'waiting')`,
);

/**
 * The workflow follows in the same statement; `why` is what it says. A refund that waits for a
 * dispute is checked once a day, and soon (`isUnknown`) where the shop does not know of any that is open.
 */
export const updateRefundStatus = statement('refunds.status')<{
  id: string;
  from: RefundStatus;
  to: RefundStatus;
  why: string | null;
  isUnknown: boolean;
}>(
  `WITH moved AS (
     UPDATE refunds SET status = :to::refund_status WHERE id = :id AND status = :from::refund_status
     RETURNING id
   )
   ${moveWorkflowSql('refund', {
     subjectId: 'm.id',
     set: {
       attempts: '0',
       last_error: ':why',
       state: `CASE :to::text WHEN 'succeeded' THEN 'succeeded' WHEN 'pending' THEN 'running'
         WHEN 'waiting' THEN 'waiting' ELSE 'needs_person' END::workflow_state`,
       deadline_at: `CASE WHEN :to::text = 'pending' THEN now() + interval '30 minutes'
         WHEN :to::text = 'waiting' AND :isUnknown::boolean THEN now() + interval '1 minute'
         WHEN :to::text = 'waiting' THEN now() + interval '1 day' END`,
     },
     from: 'FROM moved m',
   })}`,
);
