import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { moveWorkflowSql } from '../../workflows/sql.ts';
import { lostSql } from '../ledger/ledger.ts';

/** A dispute that is open may still be won, so that its money counts as there. */
const closeObsolete = statement('refunds.closeObsolete')<{ orderId: string }>(
  moveWorkflowSql('refund', {
    subjectId: 'r.id',
    set: {
      state: `'compensated'`,
      deadline_at: 'NULL',
      last_error: `'its money has gone back in another way'`,
    },
    from: 'FROM refunds r',
    where: `r.order_id = :orderId AND r.status IN ('failed', 'needs_person')
      AND w.state = 'needs_person'
      AND NOT EXISTS (
        SELECT FROM refund_transfers t JOIN payments p ON p.id = t.payment_id
        WHERE t.refund_id = r.id AND (t.status = 'pending'
          OR t.status = 'failed' AND p.captured > p.refunded + ${lostSql}))`,
  }),
);

/**
 * Closes the failed refunds of an order whose payments have nothing left to refund, so that none needs
 * a person: another refund, or a lost dispute, has paid the customer. Runs after either.
 */
export async function closeObsoleteRefunds(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.execute(closeObsolete, { orderId });
}
