import type {
  Expansion,
  ProductListQuery,
  SortTerm,
} from '../../validators/productQuery.validator.ts';
import type { ProductField } from '../../validators/products.validator.ts';
import { wordsOf } from './search.ts';

/** Which products a list is of. What is undefined does not filter. */
export interface ProductFilters {
  readonly category?: string | undefined;
  readonly collection?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly vendor?: string | undefined;
  readonly type?: string | undefined;
  readonly priceFrom?: number | undefined;
  readonly priceTo?: number | undefined;
  readonly inStock?: boolean | undefined;
  readonly words?: readonly string[] | undefined;
}

/** What a list may be sorted by; relevance is what a search has when nothing else is asked for. */
export type ListOrder = readonly (SortTerm | { key: 'relevance'; descending: true })[];

/** How products are shown. Alike for a list and a single one. */
export interface ProductShape {
  readonly currency: string;
  readonly fields: readonly ProductField[] | null;
  readonly expand: readonly Expansion[];
}

/** A list's query with its defaults filled in and its spelling evened out. */
export interface ListRequest extends ProductShape {
  readonly filters: ProductFilters;
  readonly order: ListOrder;
  readonly limit: number;
  readonly count: boolean;
  readonly facets: boolean;
}

/** Two queries that ask for the same give equal requests. */
export function listRequestOf(query: ProductListQuery, defaultCurrency: string): ListRequest {
  const words = query.q === undefined ? undefined : wordsOf(query.q);
  return {
    ...shapeOf(query, defaultCurrency),
    filters: {
      category: query.category,
      collection: query.collection,
      tags: query.tag?.length ? [...new Set(query.tag)].sort() : undefined,
      vendor: query.vendor,
      type: query.type,
      priceFrom: query.price?.gte,
      priceTo: query.price?.lte,
      inStock: query.inStock,
      words,
    },
    order: query.sort ?? defaultOrder(words !== undefined),
    limit: query.limit,
    count: query.count ?? false,
    facets: query.facets ?? false,
  };
}

export function shapeOf(
  query: Pick<ProductListQuery, 'currency' | 'fields' | 'expand'>,
  defaultCurrency: string,
): ProductShape {
  return {
    currency: query.currency ?? defaultCurrency,
    fields: query.fields ? [...query.fields].sort() : null,
    expand: [...(query.expand ?? [])].sort(),
  };
}

/** What a cursor is bound to: which products, in which order. Not how many or how they are shown. */
export function scopeOf({ currency, filters, order }: ListRequest): string {
  return JSON.stringify(['products', currency, filters, order]);
}

const newest = { key: 'createdAt', descending: true } as const;

function defaultOrder(isSearch: boolean): ListOrder {
  return isSearch ? [{ key: 'relevance', descending: true }, newest] : [newest];
}

/** The request as the query of a URL, for links to its other pages. */
export function urlQueryOf(request: ListRequest): URLSearchParams {
  const { filters, order, currency, fields, expand, limit } = request;
  const { priceFrom, priceTo } = filters;
  const values: Record<string, string | number | boolean | undefined> = {
    q: filters.words?.join(' '),
    category: filters.category,
    collection: filters.collection,
    tag: filters.tags?.join(','),
    vendor: filters.vendor,
    type: filters.type,
    'price[gte]': priceFrom,
    'price[lte]': priceTo,
    inStock: filters.inStock,
    currency,
    sort: sortText(order),
    fields: fields?.join(','),
    expand: expand.join(',') || undefined,
    count: request.count || undefined,
    facets: request.facets || undefined,
    limit,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query;
}

/** Relevance has no name: it is what a search without `sort` has. */
function sortText(order: ListOrder): string | undefined {
  if (order[0]?.key === 'relevance') return undefined;
  return (
    order.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',') || undefined
  );
}
