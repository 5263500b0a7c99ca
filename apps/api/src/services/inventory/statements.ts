import { statement } from '../../db/statement.ts';

/**
 * The three moves of stock. Each is one statement that locks its stock levels in the same order
 * (variant, then location), so that two baskets with the same goods cannot deadlock, and that
 * writes the counters and the reservations together, so that they always agree.
 *
 * A locking CTE reads the newest committed version of each row, and the UPDATE that follows it
 * works on that version too, although the statement's snapshot is older (READ COMMITTED).
 */

/** What is short when nothing could be reserved; no row when everything was. */
interface ShortageRow {
  variantId: string;
  requested: number;
  available: number;
}

/**
 * Reserves each line at the locations in order of their priority, all lines or none. Where the
 * variant's policy and a level allow backorder, the first such location takes what no shelf has.
 * The level's flag alone is no permission: it stays true while more is reserved than on hand,
 * although the policy may deny it by now. Untracked variants are skipped, and so is a backorder
 * variant without a level. Ids: the first 26 characters of `firstId` and the row's number (four
 * hexadecimal digits).
 */
export const reserveStock = statement('inventory.reserve')<
  {
    orderId: string;
    variantIds: readonly string[];
    quantities: readonly number[];
    firstId: string;
  },
  ShortageRow
>(
  `WITH wanted AS (
     SELECT line.variant_id, sum(line.quantity)::int AS quantity, v.inventory_policy
     FROM unnest(:variantIds::text[], :quantities::int[]) AS line (variant_id, quantity)
     JOIN variants v ON v.id = line.variant_id
     WHERE v.inventory_tracked
     GROUP BY line.variant_id, v.inventory_policy
   ), locked AS MATERIALIZED (
     SELECT s.variant_id, s.location_id, l.priority,
            w.inventory_policy = 'continue' AND s.backorder AS may_exceed,
            greatest(s.on_hand - s.reserved, 0) AS free
     FROM stock_levels s
     JOIN wanted w ON w.variant_id = s.variant_id
     JOIN locations l ON l.id = s.location_id
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   ), short AS (
     SELECT w.variant_id, w.quantity, coalesce(sum(k.free), 0)::int AS available
     FROM wanted w LEFT JOIN locked k ON k.variant_id = w.variant_id
     GROUP BY w.variant_id, w.quantity, w.inventory_policy
     HAVING coalesce(sum(k.free), 0) < w.quantity
        AND NOT coalesce(bool_or(k.may_exceed), w.inventory_policy = 'continue')
   ), spread AS (
     SELECT k.variant_id, k.location_id,
            least(k.free, greatest(w.quantity - (sum(k.free) OVER shelf - k.free), 0)) AS take,
            greatest(w.quantity - sum(k.free) OVER (PARTITION BY k.variant_id), 0) AS beyond,
            k.may_exceed AND row_number() OVER (
              PARTITION BY k.variant_id ORDER BY NOT k.may_exceed, k.priority, k.location_id
            ) = 1 AS takes_beyond
     FROM locked k JOIN wanted w ON w.variant_id = k.variant_id
     WINDOW shelf AS (PARTITION BY k.variant_id ORDER BY k.priority, k.location_id)
   ), allotted AS (
     SELECT variant_id, location_id, quantity, row_number() OVER () AS number
     FROM (
       SELECT variant_id, location_id,
              (take + CASE WHEN takes_beyond THEN beyond ELSE 0 END)::int AS quantity
       FROM spread
     ) AS parts
     WHERE quantity > 0 AND NOT EXISTS (SELECT FROM short)
   ), counted AS (
     UPDATE stock_levels s SET reserved = s.reserved + a.quantity
     FROM allotted a
     WHERE s.variant_id = a.variant_id AND s.location_id = a.location_id
   ), written AS (
     INSERT INTO reservations (id, order_id, variant_id, location_id, quantity)
     SELECT left(:firstId::text, 26) || lpad(to_hex(number), 4, '0'),
            :orderId, variant_id, location_id, quantity
     FROM allotted
   )
   SELECT variant_id AS "variantId", quantity AS requested, available
   FROM short ORDER BY variant_id`,
);

/** Releases what an order still reserves. */
export const releaseStock = statement('inventory.release')<{ orderId: string }>(
  `WITH given_back AS (
     UPDATE reservations SET state = 'released', updated_at = now()
     WHERE order_id = :orderId AND state = 'live'
     RETURNING variant_id, location_id, quantity
   ), locked AS MATERIALIZED (
     SELECT s.variant_id, s.location_id, g.quantity
     FROM stock_levels s
     JOIN given_back g ON g.variant_id = s.variant_id AND g.location_id = s.location_id
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   )
   UPDATE stock_levels s SET reserved = s.reserved - k.quantity
   FROM locked k
   WHERE s.variant_id = k.variant_id AND s.location_id = k.location_id`,
);

/**
 * Turns an order's reservations into a sale: the goods leave the shelf. Missing units (backorder)
 * are recorded as owed. Ids of the movements: as in {@link reserveStock}.
 */
export const commitStock = statement('inventory.commit')<{ orderId: string; firstId: string }>(
  `WITH held AS MATERIALIZED (
     SELECT id, variant_id, location_id, quantity FROM reservations
     WHERE order_id = :orderId AND state = 'live'
     FOR UPDATE
   ), locked AS MATERIALIZED (
     SELECT h.id, s.variant_id, s.location_id, h.quantity, least(h.quantity, s.on_hand) AS taken
     FROM stock_levels s
     JOIN held h ON h.variant_id = s.variant_id AND h.location_id = s.location_id
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   ), counted AS (
     UPDATE stock_levels s SET on_hand = s.on_hand - k.taken, reserved = s.reserved - k.quantity
     FROM locked k
     WHERE s.variant_id = k.variant_id AND s.location_id = k.location_id
   ), moved AS (
     INSERT INTO stock_movements (id, variant_id, location_id, delta, reason, order_id)
     SELECT left(:firstId::text, 26) || lpad(to_hex(row_number() OVER ()), 4, '0'),
            variant_id, location_id, -taken, 'sale', :orderId
     FROM locked WHERE taken > 0
   )
   UPDATE reservations r
   SET state = 'committed', backordered = k.quantity - k.taken, updated_at = now()
   FROM locked k WHERE r.id = k.id`,
);

/**
 * Puts some of an order's sold goods back: from each of the levels they were
 * sold from as much as has left it and has not come back. Ids of the movements: as in {@link reserveStock}.
 */
export const restockSome = statement('inventory.restockSome')<{
  orderId: string;
  firstId: string;
  variantIds: readonly string[];
  quantities: readonly number[];
}>(
  `WITH wanted AS (
     SELECT variant_id, sum(quantity)::int AS quantity
     FROM unnest(:variantIds::text[], :quantities::int[]) AS line (variant_id, quantity)
     GROUP BY variant_id
   ), sold AS MATERIALIZED (
     SELECT r.id, r.variant_id, r.location_id, w.quantity,
            r.quantity - r.backordered - r.returned AS gone
     FROM reservations r JOIN wanted w ON w.variant_id = r.variant_id
     WHERE r.order_id = :orderId AND r.state = 'committed'
     FOR UPDATE OF r
   ), spread AS (
     SELECT id, variant_id, location_id,
            least(gone, greatest(quantity - (sum(gone) OVER shelf - gone), 0))::int AS units
     FROM sold
     WINDOW shelf AS (PARTITION BY variant_id ORDER BY location_id, id)
   ), locked AS MATERIALIZED (
     SELECT k.id, s.variant_id, s.location_id, k.units
     FROM stock_levels s
     JOIN spread k ON k.variant_id = s.variant_id AND k.location_id = s.location_id
     WHERE k.units > 0
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   ), counted AS (
     UPDATE stock_levels s SET on_hand = s.on_hand + k.units
     FROM locked k
     WHERE s.variant_id = k.variant_id AND s.location_id = k.location_id
   ), moved AS (
     INSERT INTO stock_movements (id, variant_id, location_id, delta, reason, order_id)
     SELECT left(:firstId::text, 26) || lpad(to_hex(row_number() OVER ()), 4, '0'),
            variant_id, location_id, units, 'return', :orderId
     FROM locked
   )
   UPDATE reservations r SET returned = r.returned + k.units, updated_at = now()
   FROM locked k WHERE r.id = k.id`,
);

/** Puts an order's sold goods back on their shelves, less those that never left one (backorder) or are back. */
export const restock = statement('inventory.restock')<{ orderId: string; firstId: string }>(
  `WITH undone AS (
     UPDATE reservations SET state = 'released', updated_at = now()
     WHERE order_id = :orderId AND state = 'committed'
     RETURNING variant_id, location_id, quantity - backordered - returned AS quantity
   ), locked AS MATERIALIZED (
     SELECT s.variant_id, s.location_id, u.quantity
     FROM stock_levels s
     JOIN undone u ON u.variant_id = s.variant_id AND u.location_id = s.location_id
     WHERE u.quantity > 0
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   ), moved AS (
     INSERT INTO stock_movements (id, variant_id, location_id, delta, reason, order_id)
     SELECT left(:firstId::text, 26) || lpad(to_hex(row_number() OVER ()), 4, '0'),
            variant_id, location_id, quantity, 'return', :orderId
     FROM locked
   )
   UPDATE stock_levels s SET on_hand = s.on_hand + k.quantity
   FROM locked k
   WHERE s.variant_id = k.variant_id AND s.location_id = k.location_id`,
);
