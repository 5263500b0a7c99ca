import { localProvider } from '../../domains/payments.enums.ts';
import type { Check } from './check.ts';

/** From cart to order: once, with sums that add up, and with a history that explains its states. */
export const orderChecks: readonly Check[] = [
  {
    id: 'C1',
    title: 'A cart becomes at most one order.',
    cheap: false,
    sql: `SELECT cart_id, CASE WHEN count(*) > 1 THEN format('%s orders', count(*)) END
          FROM orders GROUP BY cart_id`,
  },
  {
    id: 'C2',
    title: 'A cart is completed exactly when it has become an order.',
    cheap: false,
    sql: `SELECT c.id, CASE
            WHEN c.status = 'completed' AND o.cart_id IS NULL THEN 'completed, without an order'
            WHEN c.status <> 'completed' AND o.cart_id IS NOT NULL THEN 'has an order and is still open'
            END
          FROM carts c LEFT JOIN (SELECT DISTINCT cart_id FROM orders) o ON o.cart_id = c.id`,
  },
  {
    id: 'O1',
    title: "An order's total is its parts and what is rounded off, and no part is negative.",
    cheap: false,
    sql: `SELECT id, CASE WHEN least(subtotal, discount, shipping, tax, total) < 0 OR rounding > 0
              OR total <> subtotal - discount + shipping + CASE WHEN tax_inclusive THEN 0 ELSE tax END + rounding
            THEN format('subtotal %s, discount %s, shipping %s, tax %s, rounding %s, total %s',
              subtotal, discount, shipping, tax, rounding, total) END
          FROM orders`,
  },
  {
    // The tax of shipping is in the order's tax and on no line. Without tax, unit prices are rounded.
    id: 'O2',
    title: "An order's sums are those of its lines, and shipping and its tax.",
    cheap: false,
    sql: `SELECT o.id, CASE
            WHEN i.lines IS NULL THEN 'no lines'
            WHEN o.tax_exemption IS NOT NULL AND o.tax > 0 THEN 'taxed, though it is exempt'
            WHEN i.wrong > 0 THEN 'a line has no quantity or a negative amount'
            WHEN (o.subtotal <> i.subtotal AND o.tax_exemption IS NULL) OR o.subtotal - o.discount <> i.total OR o.tax < i.tax
              OR (o.shipping = 0 AND o.tax <> i.tax)
              THEN format('subtotal %s, discount %s, tax %s; lines %s, %s after discount, tax %s',
                o.subtotal, o.discount, o.tax, i.subtotal, i.total, i.tax)
            END
          FROM orders o
          LEFT JOIN (
            SELECT order_id, count(*) AS lines, sum(unit_price * quantity) AS subtotal,
              sum(total) AS total, sum(tax) AS tax,
              count(*) FILTER (WHERE quantity <= 0 OR least(unit_price, total, tax) < 0) AS wrong
            FROM order_items GROUP BY order_id
          ) i ON i.order_id = o.id`,
  },
  {
    // Of a way through states, each is entered as often as it is left, but the last: that holds in
    // whatever order the entries are read. Fulfilment begins without an entry.
    id: 'O3',
    title: "An order's history leads to the states it is in.",
    cheap: false,
    sql: `SELECT o.id, CASE WHEN h.ends IS DISTINCT FROM ARRAY[now.state]
            THEN format('%s is %s, its history ends with %s', now.axis, now.state,
              coalesce(array_to_string(h.ends, ' and '), 'nothing')) END
          FROM orders o
          CROSS JOIN LATERAL (VALUES
            ('order', o.status::text), ('payment', o.payment_status::text),
            ('fulfillment', o.fulfillment_status::text)
          ) AS now (axis, state)
          LEFT JOIN (
            SELECT order_id, axis, array_agg(state ORDER BY state) FILTER (WHERE visits <> 0) AS ends
            FROM (
              SELECT order_id, axis, state, sum(step) AS visits
              FROM (
                SELECT order_id, axis, to_state AS state, 1 AS step FROM order_history
                UNION ALL
                SELECT order_id, axis, from_state, -1 FROM order_history WHERE from_state IS NOT NULL
                UNION ALL
                SELECT id, 'fulfillment', 'unfulfilled', 1 FROM orders
              ) AS steps
              GROUP BY order_id, axis, state
            ) AS visited
            GROUP BY order_id, axis
          ) h ON h.order_id = o.id AND h.axis = now.axis`,
  },
  {
    // What a bank has not decided on (processing) may take days; everything else ends in minutes.
    id: 'O4',
    title: 'No unpaid order holds its stock for long after its time is up.',
    cheap: true,
    sql: `SELECT o.id, CASE
            WHEN o.look_at < now() - interval '15 minutes'
              THEN format('was due for a check %s', to_char(o.look_at, 'YYYY-MM-DD HH24:MI TZ'))
            WHEN o.expires_at < now() - interval '1 day' AND NOT EXISTS (
                SELECT FROM payments p WHERE p.order_id = o.id
                  AND p.status IN ('processing', 'authorized') AND p.provider <> '${localProvider.credit}')
              THEN format('expired %s and cannot be ended', to_char(o.expires_at, 'YYYY-MM-DD HH24:MI TZ'))
            END
          FROM orders o WHERE o.status = 'pending' AND o.look_at IS NOT NULL`,
  },
  {
    id: 'O5',
    title: 'An order expires exactly while it is pending.',
    cheap: false,
    sql: `SELECT id, CASE
            WHEN status = 'pending' AND look_at IS NULL THEN 'pending, and never checked again'
            WHEN status <> 'pending' AND (expires_at IS NOT NULL OR look_at IS NOT NULL)
              THEN format('%s, but expires %s', status, to_char(coalesce(expires_at, look_at), 'YYYY-MM-DD HH24:MI TZ'))
            END
          FROM orders`,
  },
];
