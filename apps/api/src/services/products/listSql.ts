import type { Position } from '../../utils/cursor.ts';
import { documentSql } from './documentSql.ts';
import { facetsSql } from './facetsSql.ts';
import { conditionsOf } from './filters.ts';
import type { ListRequest } from './listRequest.ts';
import { beyond, priceRangeJoin, pageOrderOf } from './order.ts';
import { Parameters } from './parameters.ts';
import type { FacetsDocument, ProductDocument } from './readModel.ts';
import { searchCtes } from './search.ts';

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
): { text: string; values: unknown[] } {
  const parameters = new Parameters();
  const currency = `${parameters.add(request.currency)}::char(3)`;
  const limit = parameters.add(request.limit + 1);
  const { filters, order, count, facets } = request;
  const uses = (key: string) => order.some((term) => term.key === key);
  const search = filters.words ? searchCtes(filters.words, uses('relevance'), parameters) : '';
  const conditions = conditionsOf(filters, currency, parameters);
  const from = `FROM ${search ? 'matches' : 'products'} p
  ${uses('price') ? priceRangeJoin(currency, search !== '') : ''}
  WHERE ${conditions}`;
  const page = pageOrderOf(order, position?.direction ?? 'next');
  const onwards = position ? `AND ${beyond(order, position, parameters)}` : '';
  const matching = facets
    ? `, matching AS MATERIALIZED (SELECT p.id, p.vendor, p.type, p.tags ${from})`
    : '';
  const text = `WITH ${search}page AS (
  SELECT p.id, ${page.columns}
  ${from} ${onwards}
  ORDER BY ${page.orderBy}
  LIMIT ${limit}
)${matching}
SELECT
  (
    SELECT coalesce(json_agg(json_build_object(
      'keys', json_build_array(${page.keys}),
      'product', ${documentSql(currency, request.expand)}
    ) ORDER BY ${page.shownBy}), '[]')
    FROM page JOIN products p ON p.id = page.id
  ) AS products
  ${count ? `, (SELECT count(*) ${facets ? 'FROM matching' : from}) AS total` : ''}
  ${facets ? `, ${facetsSql(currency)} AS facets` : ''}`;
  return { text, values: parameters.values };
}
