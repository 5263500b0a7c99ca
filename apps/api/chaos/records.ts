import type { Postgres } from './postgres.ts';

/** An order as the database has it, with what the checks need. */
export interface RecordedOrder {
  id: string;
  number: number;
  cartId: string;
  status: string;
  paymentStatus: string;
  total: number;
  currency: string;
  /** How often it was announced as confirmed. */
  confirmations: number;
  /** Whether a refund of it waits for a dispute to be decided. */
  hasWaitingRefund: boolean;
}

/** A payment that Stripe knows of. */
export interface RecordedPayment {
  id: string;
  orderId: string;
  providerId: string;
  status: string;
  captured: number;
  refunded: number;
  refunding: number;
  disputed: number;
}

interface RecordedRefund {
  id: string;
  orderId: string;
  amount: number;
  status: string;
  /** The amounts refunded to gift cards, by the ids of their accounts. */
  toCards: { accountId: string; amount: number }[];
}

interface RecordedDispute {
  /** Stripe's id. */
  providerId: string;
  status: string;
  amount: number;
}

/** The shop's records, read once everything is at rest. */
export interface Records {
  readonly orders: RecordedOrder[];
  readonly payments: RecordedPayment[];
  /** Refunds that staff requested. */
  readonly refunds: RecordedRefund[];
  readonly disputes: RecordedDispute[];
  /** Units sold of each variant, by the lines of accepted orders. */
  readonly sold: { variantId: string; quantity: number }[];
}

const orders = `
  SELECT o.id, o.number::int, o.cart_id AS "cartId", o.status, o.payment_status AS "paymentStatus",
    o.total::int, o.currency,
    (SELECT count(*)::int FROM events e
     WHERE e.type = 'order.confirmed' AND e.payload->>'orderId' = o.id) AS confirmations,
    EXISTS (SELECT FROM refunds r WHERE r.order_id = o.id AND r.status = 'waiting')
      AS "hasWaitingRefund"
  FROM orders o`;

const payments = `
  SELECT id, order_id AS "orderId", provider_id AS "providerId", status, captured::int,
    refunded::int, refunding::int, disputed::int
  FROM payments WHERE provider = 'stripe' AND provider_id IS NOT NULL`;

const refunds = `
  SELECT r.id, r.order_id AS "orderId", r.amount::int, r.status,
    (SELECT coalesce(json_agg(json_build_object(
        'accountId', p.credit_account_id, 'amount', t.amount)), '[]')
     FROM refund_transfers t JOIN payments p ON p.id = t.payment_id
     WHERE t.refund_id = r.id AND t.status = 'succeeded' AND p.credit_account_id IS NOT NULL
    ) AS "toCards"
  FROM refunds r WHERE r.reason = 'requested_by_customer'`;

const disputes = `
  SELECT provider_id AS "providerId", status, amount::int FROM disputes`;

const sold = `
  SELECT i.variant_id AS "variantId", sum(i.quantity - coalesce(back.quantity, 0))::int AS quantity
  FROM order_items i
  JOIN orders o ON o.id = i.order_id AND o.status IN ('confirmed', 'completed')
  LEFT JOIN LATERAL (
    SELECT sum(l.quantity) AS quantity FROM refund_lines l
    JOIN refunds r ON r.id = l.refund_id AND r.restocked
    WHERE l.order_item_id = i.id
  ) back ON true
  GROUP BY i.variant_id`;

export async function readRecords(postgres: Postgres): Promise<Records> {
  return {
    orders: await postgres.query(orders),
    payments: await postgres.query(payments),
    refunds: await postgres.query(refunds),
    disputes: await postgres.query(disputes),
    sold: await postgres.query(sold),
  };
}

/** Whether the shop has accepted the order. */
export function stands({ status }: RecordedOrder): boolean {
  return status === 'confirmed' || status === 'completed';
}
