import type { Position } from '../../utils/cursor.ts';
import { conditionsOf } from './filters.ts';
import type { ListOrder, ListRequest } from './listRequest.ts';
import { beyond, pageOrderOf, priceRangeJoin } from './order.ts';
import type { Parameters } from './parameters.ts';

/** More matches than these are not ranked, which takes 6 µs for each. */
export const RANKED = 500;

/** More than these are not sorted otherwise either: each takes 1 µs and more to be read. */
export const SORTED = 1000;

/**
 * The number of products to scan along a list's order (1 µs each, 8 by price) for those of a
 * frequent word or tag: 21 of what one product in 100 has lie within 2,100. Where they do not, all
 * matches are read.
 */
const WALKED = 2500;

/** What the parts of a page's statement have in common. */
export interface PageSql {
  readonly request: ListRequest;
  readonly position: Position | undefined;
  readonly currency: string;
  readonly limit: string;
  readonly parameters: Parameters;
}

/** The products that match, in one order. */
interface Section {
  readonly name: string;
  /** The condition on product `p`. */
  readonly matches: string;
  /** The CTE of {@link limitMatches} that has them all, if they are few. */
  readonly few?: string | undefined;
  readonly order: ListOrder;
  readonly direction?: Position['direction'];
  /** Where the next page begins. */
  readonly position?: Position | undefined;
  /** Precedes the order's keys in the rows. */
  readonly score?: number;
  /** Whether it is needed at all. */
  readonly condition?: string;
}

/** How many rows a CTE has. */
export const sizeOf = (cte: string): string => `(SELECT count(*) FROM ${cte})`;

/** A CTE of the matching products; of more than `most`, any `most` and one. */
export function limitMatches(page: PageSql, name: string, matches: string, most: number): string {
  return `${name} AS MATERIALIZED (${matching(page, matches)} LIMIT ${most + 1})`;
}

/** All that a page may have of the products that match. */
export function matching(page: PageSql, matches: string, search = ''): string {
  const { request, currency, parameters } = page;
  return `SELECT p.id, p.title, p.created_at${search} FROM products p
  WHERE ${conditionsOf(request.filters, currency, parameters, false)} AND ${matches}`;
}

/**
 * A CTE of the page's share of a section. Few are sorted. Many are found along the order's index, and
 * when they do not lie near (or come to an end) by reading them all; so the share is exact either way.
 */
export function sectionOf(page: PageSql, section: Section): string {
  const { request, currency, limit, parameters } = page;
  const { name, matches, few, order, position, score, condition = 'true' } = section;
  const { columns, orderBy } = pageOrderOf(
    order,
    section.direction ?? position?.direction ?? 'next',
  );
  const isPriced = order.some(({ key }) => key === 'price');
  const onwards = position ? `AND ${beyond(order, position, parameters)}` : '';
  const sorted = (source: string, isWanted: string) => `SELECT p.id, ${columns}
    FROM ${source} p ${isPriced ? priceRangeJoin(currency, true) : ''}
    WHERE ${isWanted} AND ${condition} ${onwards} ORDER BY ${orderBy} LIMIT ${limit}`;
  const isMany = few ? `${sizeOf(few)} > ${SORTED}` : 'true';
  const isShort = `${isMany} AND ${sizeOf(`${name}_near`)} < ${limit}`;
  const keys = order.map((_, i) => (score === undefined ? `k${i}` : `k${i} AS k${i + 1}`));
  return `${name}_near AS MATERIALIZED (
    SELECT id, ${order.map((_, i) => `k${i}`).join(', ')} FROM (
      SELECT p.id, p.search, p.tags, ${columns}
      FROM products p ${isPriced ? priceRangeJoin(currency, false) : ''}
      WHERE ${conditionsOf(request.filters, currency, parameters, isPriced)} ${onwards}
      ORDER BY ${orderBy} LIMIT ${WALKED}
    ) p WHERE ${matches} AND ${isMany} AND ${condition} ORDER BY ${orderBy} LIMIT ${limit}
  ), ${name} AS MATERIALIZED (
    SELECT id, ${[...(score === undefined ? [] : [`${score} AS k0`]), ...keys].join(', ')} FROM (
      ${few ? `(${sorted(few, `${sizeOf(few)} <= ${SORTED}`)}) UNION ALL` : ''}
      (SELECT * FROM ${name}_near WHERE NOT (${isShort})) UNION ALL
      (${sorted(`(${matching(page, matches)} OFFSET 0)`, isShort)})
    ) found ORDER BY ${orderBy} LIMIT ${limit}
  )`;
}
