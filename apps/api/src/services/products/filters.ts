import type { ProductFilters } from './listRequest.ts';
import type { Parameters } from './parameters.ts';

/**
 * Whether variant `v` can be bought now. A trigger sends a notification of every change of this
 * (stock_availability_changed).
 */
export const VARIANT_AVAILABLE = `(
  NOT v.inventory_tracked OR v.inventory_policy = 'continue' OR EXISTS (
    SELECT FROM stock_levels s WHERE s.variant_id = v.id AND s.on_hand > s.reserved
  )
)`;

/** Whether product `p` has a variant that can be bought now. */
const PRODUCT_AVAILABLE = `EXISTS (
  SELECT FROM variants v WHERE v.product_id = p.id AND ${VARIANT_AVAILABLE}
)`;

/**
 * The conditions on product `p`, joined by AND; the words of a search are not among them (search.ts).
 * @param isPriced whether the product's range of prices is joined as `priced`.
 */
export function conditionsOf(
  filters: ProductFilters,
  currency: string,
  parameters: Parameters,
  isPriced: boolean,
): string {
  const add = (value: unknown) => parameters.add(value);
  const { category, collection, tags, vendor, type, inStock } = filters;
  const conditions = [
    `p.status = 'active'`,
    category !== undefined && inCategory(add(category)),
    collection !== undefined && inCollection(add(collection)),
    tags && taggedInUse(add(tags)),
    vendor !== undefined && `p.vendor = ${add(vendor)}`,
    type !== undefined && `p.type = ${add(type)}`,
    priced(filters, currency, parameters, isPriced),
    // "IS FALSE" because NOT EXISTS becomes an anti-join, four times slower (60,000 products).
    inStock !== undefined && `${PRODUCT_AVAILABLE}${inStock ? '' : ' IS FALSE'}`,
  ];
  return conditions.filter((condition) => typeof condition === 'string').join('\n  AND ');
}

/** That product `p` has all the tags. */
export function tagged(tags: string): string {
  return `p.tags @> ${tags}`;
}

/**
 * As above, but checks first that the tags exist, once for a list: a page of an unknown tag never
 * fills.
 */
export function taggedInUse(tags: string): string {
  return `${tagged(tags)}
  AND (SELECT coalesce(bool_and(is_tag_in_use(tag)), true) FROM unnest(${tags}::text[]) tag)`;
}

/** Whether nothing but tags, or what has an index by date as well, narrows a list. */
export function isNarrowedByTags(filters: ProductFilters): boolean {
  const { tags, category, collection, priceFrom, priceTo, inStock } = filters;
  return (
    tags !== undefined &&
    [category, collection, priceFrom, priceTo, inStock].every((filter) => filter === undefined)
  );
}

/** A category's products are those of its whole subtree. */
function inCategory(handleOrId: string): string {
  return `p.id IN (
    SELECT pc.product_id FROM product_categories pc
    WHERE pc.category_id = ANY (${subtreeOf(handleOrId)})
  )`;
}

/** The ids of a category and those below it, which is a prefix of the path; an array. */
export function subtreeOf(handleOrId: string): string {
  return `ARRAY(
    SELECT c.id FROM categories root
    JOIN categories c ON c.path = root.path OR starts_with(c.path, root.path || '/')
    WHERE root.handle = ${handleOrId} OR root.id = ${handleOrId}
  )`;
}

function inCollection(handleOrId: string): string {
  return `p.id IN (
    SELECT pc.product_id FROM product_collections pc
    WHERE pc.collection_id = ANY (ARRAY(
      SELECT c.id FROM collections c WHERE c.handle = ${handleOrId} OR c.id = ${handleOrId}
    ))
  )`;
}

/**
 * That a variant's price lies within bounds. The product's range answers that where there is one
 * bound, or an end of the range lies within both; only else are the variants looked at.
 */
function priced(
  { priceFrom, priceTo }: ProductFilters,
  currency: string,
  parameters: Parameters,
  isPriced: boolean,
): string | false {
  if (priceFrom === undefined && priceTo === undefined) return false;
  const from = priceFrom === undefined ? undefined : parameters.add(priceFrom);
  const to = priceTo === undefined ? undefined : parameters.add(priceTo);
  const table = isPriced ? 'priced' : 'r';
  const range = [
    ...(from === undefined ? [] : [`${table}.dearest >= ${from}`]),
    ...(to === undefined ? [] : [`${table}.cheapest <= ${to}`]),
    ...(from === undefined || to === undefined ? [] : [withinBoth(table, currency, from, to)]),
  ].join(' AND ');
  return isPriced
    ? range
    : `EXISTS (
    SELECT FROM price_ranges r WHERE r.product_id = p.id AND r.currency = ${currency} AND ${range}
  )`;
}

function withinBoth(table: string, currency: string, from: string, to: string): string {
  return `(${table}.cheapest >= ${from} OR ${table}.dearest <= ${to} OR EXISTS (
    SELECT FROM variants v JOIN prices pr ON pr.variant_id = v.id
    WHERE v.product_id = p.id AND pr.currency = ${currency}
      AND pr.amount BETWEEN ${from} AND ${to}
  ))`;
}
