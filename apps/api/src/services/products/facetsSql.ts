import { VARIANT_AVAILABLE } from './filters.ts';

/** The maximum number of values of a kind. */
const MAX_VALUES = 100;

const rows = (select: string) =>
  `(SELECT coalesce(json_agg(to_json(facet)), '[]') FROM (${select} LIMIT ${MAX_VALUES}) facet)`;

const values = (column: 'vendor' | 'type') =>
  rows(`SELECT ${column} AS value, count(*) AS count FROM matching
    WHERE ${column} <> '' GROUP BY ${column} ORDER BY count(*) DESC, ${column}`);

const TAGS = rows(`SELECT tag AS value, count(*) AS count FROM matching, unnest(tags) tag
  GROUP BY tag ORDER BY count(*) DESC, tag`);

/** Paths are compared once for each pair of categories, not for each product. */
const CATEGORIES = rows(`SELECT c.id, c.handle, c.name, c.path, found.count
  FROM categories c JOIN (
    WITH below AS MATERIALIZED (
      SELECT c.id, leaf.id AS leaf_id
      FROM categories c
      JOIN categories leaf ON leaf.path = c.path OR starts_with(leaf.path, c.path || '/')
    )
    SELECT id, count(*) AS count FROM (
      SELECT DISTINCT below.id, pc.product_id
      FROM matching JOIN product_categories pc ON pc.product_id = matching.id
      JOIN below ON below.leaf_id = pc.category_id
    ) once GROUP BY id
  ) found ON found.id = c.id
  ORDER BY c.path`);

const IN_STOCK = `(SELECT json_build_object('true', available, 'false', every - available) FROM (
    SELECT (SELECT count(*) FROM matching) AS every, (
      SELECT count(*) FROM matching
      WHERE id IN (SELECT v.product_id FROM variants v WHERE ${VARIANT_AVAILABLE})
    ) AS available
  ) stock)`;

const price = (currency: string) => `(SELECT json_build_object(
    'min', min(r.cheapest), 'max', max(r.dearest)
  ) FROM matching JOIN price_ranges r ON r.product_id = matching.id AND r.currency = ${currency})`;

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
