import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** What mails say about a refund; the amount in minor units of its currency. */
export interface MailRefund {
  id: string;
  orderId: string;
  orderNumber: number;
  email: string;
  locale: string | null;
  amount: number;
  currency: string;
  /** Whether nothing is left of what the order was paid with … */
  isWhole: boolean;
  /** … of which some had gone back before. */
  isLast: boolean;
  /** Why it did not go back, in a provider's words. */
  failures: string[];
}

const refundForMail = statement('email.refund')<{ refundId: string }, MailRefund>(
  `SELECT r.id, o.id AS "orderId", o.number AS "orderNumber", o.email, o.locale, r.amount, r.currency,
          o.payment_status = 'refunded' AS "isWhole",
          r.amount < (SELECT sum(p.captured) FROM payments p WHERE p.order_id = o.id) AS "isLast",
          (SELECT coalesce(json_agg(t.last_error ORDER BY t.id) FILTER (WHERE t.last_error <> ''), '[]')
           FROM refund_transfers t WHERE t.refund_id = r.id) AS failures
   FROM refunds r JOIN orders o ON o.id = r.order_id WHERE r.id = :refundId`,
);

/** Reads a refund as its mails need it, in one statement. */
export async function readRefundForMail(
  ctx: Context,
  { refundId }: { refundId: string },
): Promise<MailRefund | undefined> {
  const [refund] = await ctx.db.query(refundForMail, { refundId });
  return refund;
}
