import type { Envelope, CachedBody } from '../kernel/cachedBody.ts';
import { AmountError, type Money } from '../kernel/money.ts';
import type {
  FacetsDocument,
  ImageDocument,
  ListRequest,
  ProductDocument,
  ProductPage,
  VariantDocument,
} from '../services/products.service.ts';
import { serializeEnvelope } from '../utils/cachedBody.ts';
import { linkHeader } from '../utils/linkHeader.ts';
import { presentImage } from './productImages.presenter.ts';
import type {
  Product,
  ProductFacets,
  ProductField,
  ProductListMeta,
} from '../validators/products.validator.ts';

/** The members that a client asked for, sorted; null for all. */
type Fields = readonly ProductField[] | null;

/** A product, or those of its members that were asked for. */
type ShownProduct = Pick<Product, 'id'> & Partial<Product>;

interface ProductViewOptions {
  readonly currency: string;
  /** Where pictures in our own storage are found; without a slash at the end. */
  readonly mediaUrl: string;
}

/** What a page of products is presented with. */
interface ProductListView {
  readonly request: ListRequest;
  readonly fields: Fields;
  readonly mediaUrl: string;
  /** Where the list is found: "/api/v1/products". */
  readonly path: string;
}

/** The serialized answer of a list, with its `Link` header. */
export function serializeProductPage(
  { rows, hasMore, nextCursor, prevCursor, total, facets }: ProductPage,
  { request, fields, mediaUrl, path }: ProductListView,
): CachedBody<Envelope<ShownProduct[], ProductListMeta>> {
  const { limit, currency } = request;
  const meta: ProductListMeta = {
    limit,
    hasMore,
    nextCursor,
    prevCursor,
    ...(total !== undefined && { total }),
    ...(facets && { facets: presentFacets(facets, currency) }),
  };
  const data = rows.map((row) => pick(presentProduct(row, { currency, mediaUrl }), fields));
  const link = linkHeader(path, urlQueryOf(request, fields), { nextCursor, prevCursor });
  return serializeEnvelope({ data, meta }, link);
}

/** The serialized answer of one product. */
export function serializeProduct(
  document: ProductDocument,
  fields: Fields,
  options: ProductViewOptions,
): CachedBody<Envelope<ShownProduct, undefined>> {
  return serializeEnvelope({ data: pick(presentProduct(document, options), fields) });
}

/** The members that were asked for, and the id. */
function pick(product: Product, fields: Fields): ShownProduct {
  if (fields === null) return product;
  const chosen = Object.fromEntries(fields.map((field) => [field, product[field]]));
  return { id: product.id, ...chosen };
}

/** The product as it is answered. */
export function presentProduct(document: ProductDocument, options: ProductViewOptions): Product {
  const variants = document.variants.map((variant) => presentVariant(variant, document, options));
  const { seoTitle, seoDescription, ...rest } = document;
  return {
    ...rest,
    status: 'active',
    available: variants.some(({ available }) => available),
    priceRange: rangeOf(
      document.variants.flatMap(({ amount }) => (amount === null ? [] : [amount])),
      options.currency,
    ),
    variants,
    images: document.images.flatMap(
      (image) => presentImage(image, shownBy(image, document.variants), options.mediaUrl) ?? [],
    ),
    seo: { title: seoTitle, description: seoDescription },
  };
}

/** The variants that an image shows. */
function shownBy({ id }: ImageDocument, variants: readonly VariantDocument[]): string[] {
  return variants.filter(({ imageId }) => imageId === id).map((variant) => variant.id);
}

function presentFacets({ price, ...rest }: FacetsDocument, currency: string): ProductFacets {
  const bounds = [price.min, price.max].filter((amount) => amount !== null);
  return { ...rest, price: rangeOf(bounds, currency) };
}

function presentVariant(
  { optionValues, amount, compareAt, ...rest }: VariantDocument,
  { options }: ProductDocument,
  { currency }: ProductViewOptions,
): Product['variants'][number] {
  return {
    ...rest,
    options: options.flatMap(({ name }, index) => {
      const value = optionValues[index];
      return value === undefined ? [] : [{ name, value }];
    }),
    price: amount === null ? null : money(amount, currency),
    compareAtPrice: compareAt === null ? null : money(compareAt, currency),
  };
}

function rangeOf(amounts: readonly number[], currency: string): { min: Money; max: Money } | null {
  if (amounts.length === 0) return null;
  return {
    min: money(Math.min(...amounts), currency),
    max: money(Math.max(...amounts), currency),
  };
}

/** JSON from the database passes by the driver's check of int8. */
function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new AmountError(`${amount} is too large an amount`);
  return { amount, currency };
}

/** The request as the query of a URL, for links to its other pages. */
function urlQueryOf(request: ListRequest, fields: Fields): URLSearchParams {
  const { filters, order, currency, expand, limit } = request;
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
function sortText(order: ListRequest['order']): string | undefined {
  if (order[0]?.key === 'relevance') return undefined;
  return (
    order.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',') || undefined
  );
}
