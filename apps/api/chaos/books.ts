import type { Postgres } from './postgres.ts';

/** An order as the database has it, with what the checks ask of it. */
export interface BookedOrder {
  id: string;
  number: number;
  cartId: string;
  status: string;
  paymentStatus: string;
  total: number;
  currency: string;
  /** How often it was announced as confirmed. */
  confirmations: number;
}

/** A payment that Stripe knows of. */
export interface BookedPayment {
  id: string;
  orderId: string;
  providerId: string;
  status: string;
  captured: number;
  refunded: number;
  refunding: number;
}

/** The shop's own books, read once everything is at rest. */
export interface Books {
  readonly orders: BookedOrder[];
  readonly payments: BookedPayment[];
  /** Refunds that staff asked for. */
  readonly refunds: { id: string; orderId: string; amount: number }[];
  /** Units sold of each variant, by the lines of the orders that stand. */
  readonly sold: { variantId: string; quantity: number }[];
}

const orders = `
  SELECT o.id, o.number::int, o.cart_id AS "cartId", o.status, o.payment_status AS "paymentStatus",
    o.total::int, o.currency,
    (SELECT count(*)::int FROM events e
     WHERE e.type = 'order.confirmed' AND e.payload->>'orderId' = o.id) AS confirmations
  FROM orders o`;

const payments = `
  SELECT id, order_id AS "orderId", provider_id AS "providerId", status, captured::int,
    refunded::int, refunding::int
  FROM payments WHERE provider = 'stripe' AND provider_id IS NOT NULL`;

const refunds = `
  SELECT id, order_id AS "orderId", amount::int FROM refunds WHERE reason = 'requested_by_customer'`;

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

export async function readBooks(postgres: Postgres): Promise<Books> {
  return {
    orders: await postgres.query(orders),
    payments: await postgres.query(payments),
    refunds: await postgres.query(refunds),
    sold: await postgres.query(sold),
  };
}

/** Whether an order stands: the shop has accepted it. */
export function stands({ status }: BookedOrder): boolean {
  return status === 'confirmed' || status === 'completed';
}
