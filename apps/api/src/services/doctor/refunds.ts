import { statement } from '../../db/statement.ts';
import { lineCharged } from '../orders/sql.ts';
import type { Check, Repaired } from './check.ts';
import { paymentLocks } from './payments.ts';

const recountRefunding = statement('doctor.recount.refunding')<{ id: string }, Repaired>(
  `WITH ledger AS (
     SELECT coalesce(sum(amount), 0)::bigint AS refunding
     FROM refund_transfers WHERE payment_id = :id AND status IN ('pending', 'waiting')
   ), was AS (
     SELECT refunding FROM payments WHERE id = :id
   ), repaired AS (
     UPDATE payments p SET refunding = l.refunding, updated_at = now() FROM ledger l
     WHERE p.id = :id AND p.refunding <> l.refunding
     RETURNING p.refunding
   )
   SELECT jsonb_build_object('refunding', was.refunding) AS before,
          jsonb_build_object('refunding', repaired.refunding) AS after
   FROM was, repaired`,
);

/** An order's refunds and the counters of its lines change under the order's lock. */
const lockOrderOfItem = statement('doctor.lockOrderOfItem')<{ id: string }>(
  `SELECT FROM orders WHERE id = (SELECT order_id FROM order_items WHERE id = :id) FOR UPDATE`,
);

const recountItem = statement('doctor.recount.item')<{ id: string }, Repaired>(
  `WITH ledger AS (
     SELECT coalesce(sum(l.quantity), 0)::int AS quantity, coalesce(sum(l.amount), 0)::bigint AS amount
     FROM refund_lines l JOIN refunds r ON r.id = l.refund_id
     WHERE l.order_item_id = :id AND r.status <> 'failed'
   ), was AS (
     SELECT refunded_quantity AS quantity, refunded_amount AS amount FROM order_items WHERE id = :id
   ), repaired AS (
     UPDATE order_items i SET refunded_quantity = l.quantity, refunded_amount = l.amount FROM ledger l
     WHERE i.id = :id AND (i.refunded_quantity <> l.quantity OR i.refunded_amount <> l.amount)
     RETURNING i.id
   )
   SELECT jsonb_build_object('refunded_quantity', was.quantity, 'refunded_amount', was.amount) AS before,
          jsonb_build_object('refunded_quantity', ledger.quantity, 'refunded_amount', ledger.amount) AS after
   FROM was, ledger, repaired`,
);

const lockOrder = statement('doctor.lockOrder')<{ id: string }>(
  `SELECT FROM orders WHERE id = :id FOR UPDATE`,
);

const recountShipping = statement('doctor.recount.shipping')<{ id: string }, Repaired>(
  `WITH ledger AS (
     SELECT coalesce(sum(shipping), 0)::bigint AS amount
     FROM refunds WHERE order_id = :id AND status <> 'failed'
   ), was AS (
     SELECT shipping_refunded AS amount FROM orders WHERE id = :id
   ), repaired AS (
     UPDATE orders o SET shipping_refunded = l.amount, updated_at = now() FROM ledger l
     WHERE o.id = :id AND o.shipping_refunded <> l.amount
     RETURNING o.id
   )
   SELECT jsonb_build_object('shipping_refunded', was.amount) AS before,
          jsonb_build_object('shipping_refunded', ledger.amount) AS after
   FROM was, ledger, repaired`,
);

/** Refunds: their parts, and the counters that prevent a second refund of the same money. */
export const refundChecks: readonly Check[] = [
  {
    id: 'R1',
    title: 'What is going back by a payment is the sum of its transfers that are pending or wait.',
    cheap: false,
    sql: `SELECT p.id, CASE WHEN p.refunding <> coalesce(t.amount, 0)
            THEN format('refunding %s, pending transfers %s', p.refunding, coalesce(t.amount, 0)) END
          FROM payments p
          LEFT JOIN (
            SELECT payment_id, sum(amount) AS amount FROM refund_transfers
            WHERE status IN ('pending', 'waiting') GROUP BY payment_id
          ) t ON t.payment_id = p.id`,
    repair: { locks: paymentLocks, apply: recountRefunding },
  },
  {
    id: 'R2',
    title: 'The refunded amount of a payment is the sum of its succeeded transfers.',
    cheap: false,
    sql: `SELECT p.id, CASE WHEN p.refunded <> coalesce(t.amount, 0)
            THEN format('refunded %s, transfers %s', p.refunded, coalesce(t.amount, 0)) END
          FROM payments p
          LEFT JOIN (
            SELECT payment_id, sum(amount) AS amount FROM refund_transfers
            WHERE status = 'succeeded' GROUP BY payment_id
          ) t ON t.payment_id = p.id`,
  },
  {
    id: 'R3',
    title: 'A refund is the sum of its transfers, each of which goes to a payment of its order.',
    cheap: false,
    sql: `SELECT r.id, CASE
            WHEN r.amount < 0 OR (r.amount = 0 AND NOT r.restocked) OR r.shipping < 0 OR r.shipping > r.amount OR r.currency <> o.currency
              THEN format('amount %s %s, of which shipping %s', r.amount, r.currency, r.shipping)
            WHEN t.strangers > 0 THEN 'a transfer goes to a payment of another order'
            WHEN r.amount <> coalesce(t.amount, 0)
              THEN format('amount %s, transfers %s', r.amount, coalesce(t.amount, 0)) END
          FROM refunds r
          JOIN orders o ON o.id = r.order_id
          LEFT JOIN (
            SELECT t.refund_id, sum(t.amount) AS amount,
              count(*) FILTER (WHERE p.order_id <> f.order_id OR t.amount <= 0) AS strangers
            FROM refund_transfers t
            JOIN payments p ON p.id = t.payment_id
            JOIN refunds f ON f.id = t.refund_id
            GROUP BY t.refund_id
          ) t ON t.refund_id = r.id`,
  },
  {
    id: 'R4',
    title: "A refund's lines are of its order, and with shipping they are within its amount.",
    cheap: false,
    sql: `SELECT r.id, CASE
            WHEN l.strangers > 0 THEN 'a line is of another order, or of nothing'
            WHEN l.amount + r.shipping > r.amount
              THEN format('amount %s, lines %s, shipping %s', r.amount, l.amount, r.shipping) END
          FROM refunds r
          JOIN (
            SELECT l.refund_id, sum(l.amount) AS amount,
              count(*) FILTER (WHERE i.order_id <> f.order_id OR l.quantity <= 0 OR l.amount < 0) AS strangers
            FROM refund_lines l
            JOIN order_items i ON i.id = l.order_item_id
            JOIN refunds f ON f.id = l.refund_id
            GROUP BY l.refund_id
          ) l ON l.refund_id = r.id`,
  },
  {
    id: 'R5',
    title: 'What a line counts as refunded is the sum of the refunds that have not failed.',
    cheap: false,
    sql: `SELECT i.id, CASE WHEN i.refunded_quantity <> coalesce(l.quantity, 0)
              OR i.refunded_amount <> coalesce(l.amount, 0)
            THEN format('%s pieces and %s, by refunds %s and %s', i.refunded_quantity, i.refunded_amount,
              coalesce(l.quantity, 0), coalesce(l.amount, 0)) END
          FROM order_items i
          LEFT JOIN (
            SELECT l.order_item_id, sum(l.quantity) AS quantity, sum(l.amount) AS amount
            FROM refund_lines l JOIN refunds r ON r.id = l.refund_id
            WHERE r.status <> 'failed' GROUP BY l.order_item_id
          ) l ON l.order_item_id = i.id`,
    repair: { locks: [lockOrderOfItem], apply: recountItem },
  },
  {
    id: 'R6',
    title:
      'What an order counts as refunded shipping is the sum of the refunds that have not failed.',
    cheap: false,
    sql: `SELECT o.id, CASE WHEN o.shipping_refunded <> coalesce(r.amount, 0)
            THEN format('%s, by refunds %s', o.shipping_refunded, coalesce(r.amount, 0)) END
          FROM orders o
          LEFT JOIN (
            SELECT order_id, sum(shipping) AS amount FROM refunds
            WHERE status <> 'failed' GROUP BY order_id
          ) r ON r.order_id = o.id`,
    repair: { locks: [lockOrder], apply: recountShipping },
  },
  {
    // Tax that the prices contain is in the line's total; the tax of shipping is on no line.
    id: 'R7',
    title: 'No more is refunded of a line, or of shipping, than was charged for it.',
    cheap: false,
    sql: `SELECT i.id, CASE WHEN i.refunded_quantity NOT BETWEEN 0 AND i.quantity
              OR i.refunded_amount NOT BETWEEN 0 AND ${lineCharged}
            THEN format('%s of %s pieces, %s of %s and tax %s', i.refunded_quantity, i.quantity,
              i.refunded_amount, i.total, i.tax) END
          FROM order_items i JOIN orders o ON o.id = i.order_id
          UNION ALL
          SELECT o.id, CASE WHEN o.shipping_refunded NOT BETWEEN 0 AND o.shipping
              + CASE WHEN o.tax_inclusive THEN 0 ELSE o.tax - i.tax END
            THEN format('shipping refunded %s, charged %s', o.shipping_refunded, o.shipping) END
          FROM orders o
          JOIN (SELECT order_id, sum(tax) AS tax FROM order_items GROUP BY order_id) i ON i.order_id = o.id`,
  },
  {
    id: 'R8',
    title: "A refund's status follows its transfers.",
    cheap: false,
    sql: `SELECT r.id, CASE WHEN NOT r.status::text = ANY (CASE
              WHEN t.pending > 0 THEN ARRAY['pending', 'needs_person']
              WHEN t.waiting > 0 THEN ARRAY['waiting']
              WHEN t.failed = 0 THEN ARRAY['succeeded']
              WHEN t.succeeded > 0 THEN ARRAY['needs_person']
              ELSE ARRAY['failed'] END)
            THEN format('%s, with %s transfers pending, %s waiting, %s succeeded, %s failed',
              r.status, t.pending, t.waiting, t.succeeded, t.failed) END
          FROM refunds r
          JOIN (
            SELECT refund_id, count(*) FILTER (WHERE status = 'pending') AS pending,
              count(*) FILTER (WHERE status = 'waiting') AS waiting,
              count(*) FILTER (WHERE status = 'succeeded') AS succeeded,
              count(*) FILTER (WHERE status = 'failed') AS failed
            FROM refund_transfers GROUP BY refund_id
          ) t ON t.refund_id = r.id`,
  },
];
