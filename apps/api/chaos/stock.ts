import { newId } from '../src/kernel/ids.ts';
import type { Postgres } from './postgres.ts';

/** The stock of a variant over all locations. */
export interface Shelf {
  variantId: string;
  onHand: number;
}

const PLENTY = 5000;

/** Variants that can be sold out, by what is on hand. */
const shelves = `
  SELECT s.variant_id AS "variantId", sum(s.on_hand)::int AS "onHand"
  FROM stock_levels s JOIN variants v ON v.id = s.variant_id
  WHERE v.inventory_tracked AND v.inventory_policy = 'deny'
  GROUP BY s.variant_id ORDER BY s.variant_id`;

export function readStock(postgres: Postgres): Promise<Shelf[]> {
  return postgres.query<Shelf>(shelves);
}

/**
 * Chooses the variants to buy: some get plenty of stock, and some sell out soon.
 */
export async function stockUp(
  postgres: Postgres,
  scarce: number,
  plenty: number,
): Promise<string[]> {
  const there = (await readStock(postgres)).filter(({ onHand }) => onHand > 5);
  const restocked = there.slice(0, plenty).map(({ variantId }) => variantId);
  await postgres.query(
    `WITH level AS (
       SELECT DISTINCT ON (variant_id) variant_id, location_id FROM stock_levels
       WHERE variant_id = ANY ($1) ORDER BY variant_id, location_id
     ), noted AS (
       INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
       SELECT left($2, 26) || lpad(to_hex(row_number() OVER ()), 4, '0'),
              variant_id, location_id, $3, 'adjustment'
       FROM level
     )
     UPDATE stock_levels s SET on_hand = s.on_hand + $3 FROM level
     WHERE s.variant_id = level.variant_id AND s.location_id = level.location_id`,
    [restocked, newId('movement'), PLENTY],
  );
  return there.slice(0, plenty + scarce).map(({ variantId }) => variantId);
}
