import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** What mails to staff say about a payment and its dispute; amounts in minor units of the currency. */
export interface StaffNotice {
  /** The dispute, or else the payment. */
  id: string;
  orderId: string;
  orderNumber: number;
  orderStatus: string;
  orderPaymentStatus: string;
  paymentId: string;
  /** The provider's id. */
  providerId: string | null;
  /** The gift card or store credit that it was paid from; null for anything else. */
  creditAccountId: string | null;
  amount: number;
  currency: string;
  lastError: string | null;
  /** Null when the mail is about no dispute. */
  disputeId: string | null;
  disputeReason: string | null;
  disputeAmount: number | null;
  evidenceDueAt: Date | null;
  /** Whether the dispute had been lost before: won now, it was won on appeal. */
  wasDisputeLost: boolean;
}

/** `disputeId` is the provider's. */
const noticeForMail = statement('email.staff')<
  { paymentId: string; disputeId: string | null },
  StaffNotice
>(
  `SELECT coalesce(d.provider_id, p.id) AS id, o.id AS "orderId", o.number AS "orderNumber", o.status AS "orderStatus",
     o.payment_status AS "orderPaymentStatus", p.id AS "paymentId", p.provider_id AS "providerId",
     p.credit_account_id AS "creditAccountId",
     p.amount, p.currency, p.last_error AS "lastError", d.provider_id AS "disputeId",
     d.reason AS "disputeReason", d.amount AS "disputeAmount", d.evidence_due_at AS "evidenceDueAt",
     EXISTS (SELECT FROM payment_entries e WHERE e.payment_id = p.id AND e.kind = 'dispute_lost'
       AND e.reference = d.provider_id) AS "wasDisputeLost"
   FROM payments p
   JOIN orders o ON o.id = p.order_id
   LEFT JOIN disputes d ON d.payment_id = p.id AND d.provider_id = :disputeId
   WHERE p.id = :paymentId`,
);

interface NoticeNeeds {
  readonly paymentId: string;
  readonly disputeId?: string;
}

/** Reads what staff need to know, in one statement. */
export async function readNotice(
  ctx: Context,
  { paymentId, disputeId }: NoticeNeeds,
): Promise<StaffNotice | undefined> {
  const [notice] = await ctx.db.query(noticeForMail, { paymentId, disputeId: disputeId ?? null });
  return notice;
}
