import type { ProductExpansion, ProductSortTerm } from '../../domains/products.enums.ts';
import type { ProductsDeps } from './deps.ts';
import { wordsOf } from './search.ts';

type Defaults = Pick<ProductsDeps, 'currency'>;

/** How products are wanted; what is undefined has a default. */
interface ProductQuery {
  readonly currency?: string | undefined;
  readonly expand?: readonly ProductExpansion[] | undefined;
}

/** Which products are wanted, and how. */
interface ProductListQuery extends ProductQuery {
  readonly limit: number;
  readonly q?: string | undefined;
  /** Handle or id. */
  readonly category?: string | undefined;
  /** Handle or id. */
  readonly collection?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly vendor?: string | undefined;
  readonly type?: string | undefined;
  /** Minor units. */
  readonly price?:
    { readonly gte?: number | undefined; readonly lte?: number | undefined } | undefined;
  readonly inStock?: boolean | undefined;
  readonly sort?: readonly ProductSortTerm[] | undefined;
  readonly count?: boolean | undefined;
  readonly facets?: boolean | undefined;
}

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
export type ListOrder = readonly (ProductSortTerm | { key: 'relevance'; descending: true })[];

/** How products are shown. Alike for a list and a single one. */
export interface ProductShape {
  readonly currency: string;
  readonly expand: readonly ProductExpansion[];
}

/** A list's query with its defaults filled in and its spelling evened out. */
export interface ListRequest extends ProductShape {
  readonly filters: ProductFilters;
  readonly order: ListOrder;
  readonly limit: number;
  readonly count: boolean;
  readonly facets: boolean;
}

/** A query with its defaults; equivalent queries give equal requests. */
export function listRequestOf(deps: Defaults, query: ProductListQuery): ListRequest {
  const words = query.q === undefined ? undefined : wordsOf(query.q);
  return {
    ...shapeOf(deps, query),
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

/** The same of a single product. */
export function shapeOf({ currency }: Defaults, query: ProductQuery): ProductShape {
  return {
    currency: query.currency ?? currency,
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
