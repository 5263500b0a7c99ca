import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { moveWorkflowSql } from '../../workflows/sql.ts';
import { paymentLeft } from '../sql.ts';
import { lostSql } from '../ledger/ledger.ts';
import { selectAllocation, type AllocationRow } from './statements.ts';

interface Waiting {
  id: string;
  isDisputed: boolean;
  /** Whether its payment has less left than is to go back by it … */
  isShort: boolean;
  /** … or nothing, and will not have it again. */
  isSpent: boolean;
}

/** Those of an order that are blocked at the provider, oldest first. */
const selectWaiting = statement('transfers.waiting')<{ orderId: string }, Waiting>(
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

const closeRefund = statement('refunds.close')<{ refundId: string; why: string }>(
  moveWorkflowSql('refund', {
    subjectId: ':refundId',
    set: { state: `'compensated'`, deadline_at: 'NULL', last_error: ':why' },
    where: `w.state IN ('running', 'waiting', 'needs_person')
      AND NOT EXISTS (SELECT FROM refund_transfers
        WHERE refund_id = :refundId AND status IN ('pending', 'waiting'))`,
  }),
);

export interface RefundHoldDeps {
  /** Writes down that an allocation is not made any more; staff are not told. */
  fail: (ctx: Context, allocation: AllocationRow, why: string) => Promise<void>;
  /** Has a job bring an allocation on. */
  enqueue: (ctx: Context, allocationId: string) => Promise<void>;
}

/**
 * Refunds that the provider does not make while a dispute is open, or because something else has taken
 * the money. They keep what they are to pay back set apart until the shop hears what became of that: a
 * dispute that is won has them asked for again, and what is gone no longer has to be paid back. All of it is
 * done in a transaction that has locked the order and its payments.
 */
export function createRefundHolds({ fail, enqueue }: RefundHoldDeps) {
  /** This is not paid back any more, or by another refund. Its own refund ends with its last allocation. */
  async function close(ctx: Context, allocation: AllocationRow, why: string): Promise<void> {
    if (allocation.status !== 'failed') await fail(ctx, allocation, why);
    await ctx.db.execute(closeRefund, { refundId: allocation.refundId, why });
  }

  /**
   * Continues the waiting refunds of an order, since its payments' refundable amounts are known now.
   * @param hasNewFacts whether more is known than when they were refused: only then is a request worthwhile
   *   again for all of it.
   */
  async function wake(ctx: Context, orderId: string, hasNewFacts = true): Promise<void> {
    for (const one of await ctx.db.query(selectWaiting, { orderId })) {
      const [allocation] = one.isSpent ? await ctx.db.query(selectAllocation, { id: one.id }) : [];
      if (allocation) await close(ctx, allocation, 'its money has gone back in another way');
      else if (!one.isDisputed && (hasNewFacts || one.isShort)) await enqueue(ctx, one.id);
    }
  }

  return { close, wake };
}
