import { PRODUCT_AVAILABLE } from './filters.ts';

/** How many values of a kind are told of. */
const MAX_VALUES = 100;

const rows = (select: string) =>
  `(SELECT coalesce(json_agg(to_json(facet)), '[]') FROM (${select} LIMIT ${MAX_VALUES}) facet)`;

const values = (column: 'vendor' | 'type') =>
  rows(`SELECT ${column} AS value, count(*) AS count FROM matching
    WHERE ${column} <> '' GROUP BY ${column} ORDER BY count(*) DESC, ${column}`);

const TAGS = rows(`SELECT tag AS value, count(*) AS count FROM matching, unnest(tags) tag
  GROUP BY tag ORDER BY count(*) DESC, tag`);

const CATEGORIES = rows(`SELECT c.id, c.handle, c.name, c.path, count(DISTINCT matching.id) AS count
  FROM matching
  JOIN product_categories pc ON pc.product_id = matching.id
  JOIN categories leaf ON leaf.id = pc.category_id
  JOIN categories c ON c.path = leaf.path OR starts_with(leaf.path, c.path || '/')
  GROUP BY c.id ORDER BY c.path`);

const IN_STOCK = `(SELECT json_build_object(
    'true', count(*) FILTER (WHERE in_stock), 'false', count(*) FILTER (WHERE NOT in_stock)
  ) FROM (SELECT ${PRODUCT_AVAILABLE} AS in_stock FROM matching p) stock)`;

const price = (currency: string) => `(SELECT json_build_object(
    'min', min(pr.amount), 'max', max(pr.amount)
  ) FROM matching
  JOIN variants v ON v.product_id = matching.id
  JOIN prices pr ON pr.variant_id = v.id AND pr.currency = ${currency})`;

/** What the rows of the CTE `matching` have in common, as one JSON value (`FacetsDocument`). */
export function facetsSql(currency: string): string {
  return `json_build_object(
    'categories', ${CATEGORIES},
    'tags', ${TAGS},
    'vendors', ${values('vendor')},
    'types', ${values('type')},
    'price', ${price(currency)},
    'inStock', ${IN_STOCK}
  )`;
}
