import type { Check } from './check.ts';

/** Null where both sides hold the same; else what each holds. */
const differing = (kept: string, right: string) =>
  `CASE WHEN (${kept}.cheapest, ${kept}.dearest) IS DISTINCT FROM (${right}.cheapest, ${right}.dearest)
    THEN format('kept as %s to %s, is %s to %s', coalesce(${kept}.cheapest::text, 'nothing'),
      coalesce(${kept}.dearest::text, 'nothing'), coalesce(${right}.cheapest::text, 'nothing'),
      coalesce(${right}.dearest::text, 'nothing')) END`;

/** What lists are sorted and narrowed by, beside the prices that it is taken from. */
export const priceRangeChecks: readonly Check[] = [
  {
    id: 'L1',
    title: "A product's range of prices goes from its cheapest to its dearest.",
    cheap: false,
    sql: `SELECT product_id || '@' || currency, ${differing('r', 'p')}
          FROM price_ranges r
          FULL JOIN (
            SELECT v.product_id, p.currency, min(p.amount) AS cheapest, max(p.amount) AS dearest
            FROM variants v JOIN prices p ON p.variant_id = v.id
            GROUP BY v.product_id, p.currency
          ) p USING (product_id, currency)`,
  },
  {
    id: 'L2',
    title: 'Every category of the product has its price range, and no other category does.',
    cheap: false,
    sql: `SELECT product_id || '@' || category_id || '@' || currency, ${differing('c', 'r')}
          FROM category_prices c
          FULL JOIN (
            SELECT r.product_id, pc.category_id, r.currency, r.cheapest, r.dearest
            FROM price_ranges r JOIN product_categories pc ON pc.product_id = r.product_id
          ) r USING (product_id, category_id, currency)`,
  },
];
