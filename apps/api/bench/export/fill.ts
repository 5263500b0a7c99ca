import { Client } from 'pg';

/** Variants of a product. */
const VARIANTS = 3;
/** Products that are written by one statement. */
const BATCH = 20_000;

/**
 * Fills an empty shop with so many variants, three to a product, each with two prices, a stock level, a
 * picture beside it and what Shopify's files have beside. By SQL with its triggers off, since what they
 * keep for lists is not what is measured: the import takes ten times as long.
 * @returns the number of products.
 */
export async function fillShop(
  url: string,
  variants: number,
  say: (line: string) => void,
): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const products = Math.ceil(variants / VARIANTS);
    const found = await client.query<{ count: string }>('SELECT count(*) FROM products');
    const there = Number(found.rows[0]?.count);
    if (there >= products) return there;
    await client.query(`SET statement_timeout = 0; SET session_replication_role = replica;
      SET synchronous_commit = off;
      INSERT INTO locations (id, handle, name) VALUES ('loc_bench', 'main', 'Main') ON CONFLICT DO NOTHING`);
    for (let from = there; from < products; from += BATCH) {
      const to = Math.min(from + BATCH, products) - 1;
      for (const sql of statements) await client.query(sql, [from, to]);
      say(`${to + 1} of ${products} products`);
    }
    await client.query('VACUUM ANALYZE');
    return products;
  } finally {
    await client.end();
  }
}

const PRODUCT = `'prod_' || lpad(n::text, 26, '0')`;
const VARIANT = `'var_' || lpad((n * ${VARIANTS} + k)::text, 26, '0')`;
const EACH = `FROM generate_series($1::int, $2::int) n, generate_series(0, ${VARIANTS - 1}) k`;

const statements = [
  `INSERT INTO products (id, handle, title, description, vendor, type, tags, status, metafields, updated_at)
   SELECT ${PRODUCT}, 'product-' || n, 'Product ' || n,
     '<p>A heavyweight cotton tee, number ' || n || ', cut straight and washed once.</p><ul><li>220 g organic cotton</li></ul>',
     'Vendor ' || n % 400, 'Type ' || n % 60, ARRAY['summer', 'organic'], 'active',
     jsonb_build_object('custom.fabric', 'Cotton'), now()
   FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO product_options (id, product_id, position, name, values)
   SELECT 'opt_' || lpad(n::text, 26, '0'), ${PRODUCT}, 1, 'Size', ARRAY['S', 'M', 'L']
   FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO product_images (id, product_id, position, source, alt)
   SELECT 'img_' || lpad(n::text, 26, '0'), ${PRODUCT}, 1, 'https://cdn.example.com/' || n || '.jpg', 'A tee'
   FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO variants (id, product_id, position, title, sku, option_values, weight_grams, cost,
     cost_currency, extras, updated_at)
   SELECT ${VARIANT}, ${PRODUCT}, k + 1, substr('SML', k + 1, 1), 'SKU-' || n || '-' || k,
     ARRAY[substr('SML', k + 1, 1)], 220, 750, 'USD', '{"Variant Weight Unit": "kg"}', now()
   ${EACH}`,
  `INSERT INTO prices (variant_id, currency, amount)
   SELECT ${VARIANT}, currency, 1999 ${EACH}, unnest(ARRAY['EUR', 'USD']) currency`,
  `INSERT INTO price_ranges (product_id, currency, cheapest, dearest)
   SELECT ${PRODUCT}, currency, 1999, 1999
   FROM generate_series($1::int, $2::int) n, unnest(ARRAY['EUR', 'USD']) currency`,
  `INSERT INTO stock_levels (variant_id, location_id, on_hand)
   SELECT ${VARIANT}, 'loc_bench', 12 ${EACH}`,
];
