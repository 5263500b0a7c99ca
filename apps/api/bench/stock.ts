import { Client } from 'pg';

/** A variant to buy. */
export interface Article {
  variantId: string;
  productId: string;
}

const PLENTY = 1_000_000;

/** Variants that are in stock, are shipped, and cannot be backordered. */
const ordinary = `
  SELECT DISTINCT ON (v.id) v.id AS "variantId", v.product_id AS "productId", s.location_id
  FROM variants v
  JOIN stock_levels s ON s.variant_id = v.id
  JOIN prices p ON p.variant_id = v.id AND p.currency = 'USD' AND p.amount > 100
  WHERE v.inventory_tracked AND v.inventory_policy = 'deny' AND v.requires_shipping
    AND s.on_hand > 0
  ORDER BY v.id, s.location_id`;

/** Gives the ordinary variants more stock than any run sells. @returns those variants. */
export async function stockUp(url: string): Promise<Article[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Article>(
      `WITH level AS (${ordinary}), noted AS (
         INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
         SELECT 'mov_' || lpad((row_number() OVER ())::text, 26, '0'),
                "variantId", location_id, $1, 'adjustment'
         FROM level
       ), filled AS (
         UPDATE stock_levels s SET on_hand = s.on_hand + $1 FROM level l
         WHERE s.variant_id = l."variantId" AND s.location_id = l.location_id
       )
       SELECT "variantId", "productId" FROM level ORDER BY 1`,
      [PLENTY],
    );
    if (rows.length === 0) throw new Error('The catalogue has nothing that is in stock');
    return rows;
  } finally {
    await client.end();
  }
}
