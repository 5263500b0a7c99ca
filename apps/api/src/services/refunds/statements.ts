import { statement } from '../../db/statement.ts';
import type { AllocationStatus, RefundStatus } from '../../domains/refunds.enums.ts';
import type { PaymentsService } from '../payments.service.ts';

type Provider = Parameters<PaymentsService['chargeable']>[0];

/** A refund with its lines and the transfers by which it goes back. */
export interface Refund {
  id: string;
  orderId: string;
  status: RefundStatus;
  amount: number;
  currency: string;
  shipping: number;
  reason: string;
  note: string;
  restocked: boolean;
  actor: string;
  createdAt: Date;
  lines: { itemId: string; quantity: number; amount: number }[];
  transfers: {
    id: string;
    paymentId: string;
    provider: Provider;
    status: AllocationStatus;
    amount: number;
    attempt: number;
    providerId: string | null;
    lastError: string | null;
    /** The gift card or store credit that it goes back to, if it does. */
    creditAccount: { id: string; lastFour: string | null; isDisabled: boolean } | null;
  }[];
}

const columns = `r.id, r.order_id AS "orderId", r.status, r.amount, r.currency, r.shipping, r.reason,
  r.note, r.restocked, r.actor, r.created_at AS "createdAt",
  (SELECT coalesce(json_agg(json_build_object(
      'itemId', l.order_item_id, 'quantity', l.quantity, 'amount', l.amount) ORDER BY i.position), '[]')
   FROM refund_lines l JOIN order_items i ON i.id = l.order_item_id WHERE l.refund_id = r.id) AS lines,
  (SELECT coalesce(json_agg(json_build_object(
      'id', t.id, 'paymentId', t.payment_id, 'provider', p.provider, 'status', t.status,
      'amount', t.amount, 'attempt', t.attempt, 'providerId', t.provider_id,
      'lastError', t.last_error,
      'creditAccount', CASE WHEN a.id IS NOT NULL THEN json_build_object(
        'id', a.id, 'lastFour', a.last_four, 'isDisabled', a.disabled_at IS NOT NULL) END
    ) ORDER BY p.credit_account_id NULLS FIRST, t.id), '[]')
   FROM refund_transfers t
   JOIN payments p ON p.id = t.payment_id
   LEFT JOIN credit_accounts a ON a.id = p.credit_account_id
   WHERE t.refund_id = r.id) AS transfers`;

export const selectRefund = statement('refunds.find')<{ refundId: string }, Refund>(
  `SELECT ${columns} FROM refunds r WHERE r.id = :refundId`,
);

/** Oldest first. */
export const selectRefundsOf = statement('refunds.ofOrder')<{ orderId: string }, Refund>(
  `SELECT ${columns} FROM refunds r WHERE r.order_id = :orderId ORDER BY r.created_at, r.id`,
);
