import type { Position } from '../../utils/cursor.ts';
import { documentSql } from './documentSql.ts';
import { facetsSql } from './facetsSql.ts';
import { conditionsOf, isNarrowedByTags, subtreeOf } from './filters.ts';
import type { ListRequest } from './listRequest.ts';
import { beyond, priceRangeJoin, pageOrderOf } from './order.ts';
import { Parameters } from './parameters.ts';
import type { FacetsDocument, ProductDocument } from './readModel.ts';
import { searchWordsCte, MATCHES } from './search.ts';
import { searchPage } from './searchPage.ts';
import type { PageSql } from './sections.ts';
import { tagPage } from './tagPage.ts';

/** The one row of a list. */
export interface ListRow {
  /** In the list's order; one more than the limit when there is more in the direction of the page. */
  readonly products: { readonly keys: (string | number)[]; readonly product: ProductDocument }[];
  readonly total?: number;
  readonly facets?: FacetsDocument;
}

/**
 * A whole list as one statement. Its text depends on which filters, order and extras are used and
 * on nothing else; every value is a parameter.
 */
export function listSql(
  request: ListRequest,
  position: Position | undefined,
): { text: string; values: Record<string, unknown> } {
  const parameters = new Parameters();
  const currency = `${parameters.add(request.currency)}::char(3)`;
  const limit = parameters.add(request.limit + 1);
  const { filters, order, count, facets } = request;
  const isPriced = order.some(({ key }) => key === 'price');
  const from = `FROM products p ${isPriced ? priceRangeJoin(currency, filters.words !== undefined) : ''}`;
  const among = () =>
    conditionsOf(filters, currency, parameters, isPriced) +
    (filters.words ? ` AND ${MATCHES}` : '');
  const page = pageOrderOf(order, position?.direction ?? 'next');
  const pageCtes = pageCtesOf({ request, position, currency, limit, parameters });
  const matching = facets
    ? `, matching AS MATERIALIZED (
  SELECT p.id, p.vendor, p.type, p.tags ${from} WHERE ${among()}
)`
    : '';
  const text = `WITH ${pageCtes}${matching}
SELECT
  (
    SELECT coalesce(json_agg(json_build_object(
      'keys', json_build_array(${page.keys}),
      'product', ${documentSql(currency, request.expand)}
    ) ORDER BY ${page.shownBy}), '[]')
    FROM page JOIN products p ON p.id = page.id
  ) AS products
  ${count ? `, (SELECT count(*) ${facets ? 'FROM matching' : `${from} WHERE ${among()}`}) AS total` : ''}
  ${facets ? `, ${facetsSql(currency)} AS facets` : ''}`;
  return { text, values: parameters.values };
}

/** The page's CTEs, by what narrows the list. */
function pageCtesOf(list: PageSql): string {
  const { filters, order } = list.request;
  if (filters.words)
    return `${searchWordsCte(filters.words, list.parameters)}, ${searchPage(list)}`;
  if (filters.tags && isNarrowedByTags(filters)) return tagPage(list, filters.tags);
  return order[0]?.key === 'price' && filters.category !== undefined
    ? `page AS (${categoryRows(list, filters.category)})`
    : `page AS (${rowsOf(list)})`;
}

/** A page of the products that pass the filters, as they come along an index or are sorted. */
function rowsOf({ request, position, currency, limit, parameters }: PageSql): string {
  const { filters, order } = request;
  const isPriced = order.some(({ key }) => key === 'price');
  const { columns, orderBy } = pageOrderOf(order, position?.direction ?? 'next');
  const onwards = position ? `AND ${beyond(order, position, parameters)}` : '';
  return `SELECT p.id, ${columns}
  FROM products p ${isPriced ? priceRangeJoin(currency, false) : ''}
  WHERE ${conditionsOf(filters, currency, parameters, isPriced)} ${onwards}
  ORDER BY ${orderBy} LIMIT ${limit}`;
}

/**
 * A page of a category by price: reads a page of each category below it, each in the order of an
 * index, so that no products of other categories are skipped. A product in two of them appears
 * once.
 */
function categoryRows(list: PageSql, category: string): string {
  const { request, position, currency, limit, parameters } = list;
  const { filters, order } = request;
  const page = pageOrderOf(order, position?.direction ?? 'next');
  const onwards = position ? `AND ${beyond(order, position, parameters)}` : '';
  const others = conditionsOf({ ...filters, category: undefined }, currency, parameters, true);
  const keys = order.map((_, i) => `found.k${i}`).join(', ');
  return `SELECT DISTINCT found.id, ${keys}
  FROM unnest(${subtreeOf(parameters.add(category))}) AS within (id)
  CROSS JOIN LATERAL (
    SELECT p.id, ${page.columns}
    FROM category_prices priced JOIN products p ON p.id = priced.product_id
    WHERE priced.category_id = within.id AND priced.currency = ${currency}
      AND ${others} ${onwards}
    ORDER BY ${page.orderBy} LIMIT ${limit}
  ) found
  ORDER BY ${page.orderBy} LIMIT ${limit}`;
}
