import { statement } from '../../../db/statement.ts';
import { moveWorkflowSql } from '../../workflows/sql.ts';
import { paymentLeft } from '../sql.ts';
import { lostSql } from '../ledger/ledger.ts';

interface Waiting {
  id: string;
  isDisputed: boolean;
  /** Whether its payment has less left than is to go back by it … */
  isShort: boolean;
  /** … or nothing, and will not have it again. */
  isSpent: boolean;
}

/** The allocations of an order that are blocked at the provider, oldest first. */
export const selectWaiting = statement('transfers.waiting')<{ orderId: string }, Waiting>(
  `SELECT t.id, p.disputed > ${lostSql} AS "isDisputed",
     ${paymentLeft} < 0 AS "isShort",
     -- What is in an open dispute may come again.
     p.captured - p.refunded - ${lostSql} - p.refunding + sum(t.amount) OVER (PARTITION BY p.id) <= 0
       AS "isSpent"
   FROM refund_transfers t
   JOIN refunds r ON r.id = t.refund_id
   JOIN payments p ON p.id = t.payment_id
   WHERE r.order_id = :orderId AND t.status = 'waiting' ORDER BY t.created_at, t.id`,
);

/** Ends the workflow of a refund that has no allocation in progress. */
export const closeRefund = statement('refunds.close')<{ refundId: string; why: string }>(
  moveWorkflowSql('refund', {
    subjectId: ':refundId',
    set: { state: `'compensated'`, deadline_at: 'NULL', last_error: ':why' },
    where: `w.state IN ('running', 'waiting', 'needs_person')
      AND NOT EXISTS (SELECT FROM refund_transfers
        WHERE refund_id = :refundId AND status IN ('pending', 'waiting'))`,
  }),
);
