import { statement } from '../../db/statement.ts';
import type { Check, Repair, Repaired, RowId } from './check.ts';

/** Levels are named "variant@location". */
const isLevel = (alias: string) =>
  `${alias}.variant_id = split_part(:id, '@', 1) AND ${alias}.location_id = split_part(:id, '@', 2)`;

const lockLevel = statement('doctor.lockLevel')<{ id: string }>(
  `SELECT FROM stock_levels s WHERE ${isLevel('s')} FOR UPDATE`,
);

/** Takes a level's counter from what it is the sum of. */
function recount(column: 'on_hand' | 'reserved', sum: string): Repair {
  return {
    locks: [lockLevel],
    apply: statement(`doctor.recount.${column}`)<RowId, Repaired>(
      `WITH ledger AS (${sum}), level AS (
         SELECT s.${column} AS was FROM stock_levels s WHERE ${isLevel('s')}
       ), repaired AS (
         UPDATE stock_levels s SET ${column} = ledger.units FROM ledger
         WHERE ${isLevel('s')} AND s.${column} <> ledger.units
         RETURNING s.${column} AS now
       )
       SELECT jsonb_build_object('${column}', level.was) AS before,
              jsonb_build_object('${column}', repaired.now) AS after
       FROM level, repaired`,
    ),
  };
}

/** The shelves: what is there, what is promised, what was sold. */
export const stockChecks: readonly Check[] = [
  {
    id: 'S1',
    title: 'No shelf promises more than it has, unless the variant allows backorder.',
    cheap: true,
    sql: `SELECT variant_id || '@' || location_id,
            CASE WHEN on_hand < 0 OR reserved < 0 OR (reserved > on_hand AND NOT backorder)
              THEN format('on hand %s, reserved %s', on_hand, reserved) END
          FROM stock_levels`,
  },
  {
    id: 'S2a',
    title: 'What is on hand is the sum of the movements.',
    cheap: false,
    sql: `SELECT variant_id || '@' || location_id,
            CASE WHEN coalesce(s.on_hand, 0) <> coalesce(m.units, 0)
              THEN format('on hand %s, movements %s', coalesce(s.on_hand, 0), coalesce(m.units, 0)) END
          FROM stock_levels s
          FULL JOIN (
            SELECT variant_id, location_id, sum(delta) AS units
            FROM stock_movements GROUP BY variant_id, location_id
          ) m USING (variant_id, location_id)`,
    repair: recount(
      'on_hand',
      `SELECT coalesce(sum(m.delta), 0)::int AS units FROM stock_movements m WHERE ${isLevel('m')}`,
    ),
  },
  {
    id: 'S2b',
    title: 'What is reserved is the sum of the live reservations.',
    cheap: true,
    sql: `SELECT variant_id || '@' || location_id,
            CASE WHEN coalesce(s.reserved, 0) <> coalesce(r.units, 0)
              THEN format('reserved %s, live reservations %s', coalesce(s.reserved, 0), coalesce(r.units, 0)) END
          FROM stock_levels s
          FULL JOIN (
            SELECT variant_id, location_id, sum(quantity) AS units
            FROM reservations WHERE state = 'live' GROUP BY variant_id, location_id
          ) r USING (variant_id, location_id)`,
    repair: recount(
      'reserved',
      `SELECT coalesce(sum(r.quantity), 0)::int AS units
       FROM reservations r WHERE r.state = 'live' AND ${isLevel('r')}`,
    ),
  },
  {
    id: 'S3',
    title:
      "A reservation's state agrees with its order's: held while pending, sold once confirmed.",
    cheap: false,
    sql: `SELECT r.id, CASE
            WHEN r.state = 'live' AND o.status <> 'pending'
              OR r.state = 'committed' AND o.status IN ('pending', 'expired')
              OR r.state = 'committed' AND o.status = 'canceled' AND r.quantity > r.backordered + r.returned
              THEN format('%s, but %s is %s', r.state, o.id, o.status)
            WHEN r.quantity <= 0 OR r.backordered < 0 OR r.returned < 0
              OR r.backordered + r.returned > r.quantity
              THEN format('quantity %s, backordered %s, returned %s', r.quantity, r.backordered, r.returned)
            END
          FROM reservations r JOIN orders o ON o.id = r.order_id`,
  },
  {
    // Whether a variant's stock was counted when it was ordered is known only where the variant has
    // not changed since.
    id: 'S4',
    title: 'An order holds, or has taken, of each variant what was ordered of it.',
    cheap: false,
    sql: `SELECT ordered.order_id, CASE
            WHEN held.units <> ordered.units
              OR held.units IS NULL AND v.inventory_tracked AND v.inventory_policy = 'deny'
                AND v.updated_at < ordered.placed_at
              THEN format('%s: ordered %s, held or sold %s', ordered.variant_id, ordered.units, coalesce(held.units, 0))
            END
          FROM (
            SELECT i.order_id, i.variant_id, o.placed_at, sum(i.quantity) AS units
            FROM order_items i JOIN orders o ON o.id = i.order_id
            WHERE o.status IN ('pending', 'confirmed', 'completed')
            GROUP BY i.order_id, i.variant_id, o.placed_at
          ) ordered
          LEFT JOIN variants v ON v.id = ordered.variant_id
          LEFT JOIN (
            SELECT order_id, variant_id, sum(quantity) AS units
            FROM reservations WHERE state <> 'released' GROUP BY order_id, variant_id
          ) held ON held.order_id = ordered.order_id AND held.variant_id = ordered.variant_id`,
  },
  {
    id: 'S5',
    title: 'What left the shelves for an order is what was sold, less what came back.',
    cheap: false,
    sql: `SELECT order_id, CASE WHEN coalesce(gone.units, 0) <> coalesce(sold.units, 0)
            THEN format('%s: moved %s, sold %s', variant_id, coalesce(gone.units, 0), coalesce(sold.units, 0)) END
          FROM (
            SELECT order_id, variant_id, -sum(delta) AS units
            FROM stock_movements WHERE order_id IS NOT NULL GROUP BY order_id, variant_id
          ) gone
          FULL JOIN (
            SELECT order_id, variant_id, sum(quantity - backordered - returned) AS units
            FROM reservations WHERE state = 'committed' GROUP BY order_id, variant_id
          ) sold USING (order_id, variant_id)`,
  },
];
