import type { Context } from '../kernel/context.ts';
import { decodeCursor } from '../utils/cursor.ts';
import { notFound } from '../kernel/errors.ts';
import { linkHeader } from '../utils/linkHeader.ts';
import { pageOf } from '../utils/page.ts';
import type { ProductListQuery, ProductQuery } from '../validators/productQuery.validator.ts';
import type { Category, Collection } from '../validators/categories.validator.ts';
import type { Product, ProductListMeta } from '../validators/products.validator.ts';
import type { CacheService } from './cache.service.ts';
import type { Envelope, FinishedBody } from '../kernel/finishedBody.ts';
import { finish } from '../utils/finishedBody.ts';
import type { EventBus } from './eventBus.service.ts';
import { allCategories, allCollections } from './products/categoriesSql.ts';
import {
  listRequestOf,
  scopeOf,
  shapeOf,
  urlQueryOf,
  type ListRequest,
  type ProductShape,
} from './products/listRequest.ts';
import { listSql, type ListRow } from './products/listSql.ts';
import { productSql, type ProductRow } from './products/productSql.ts';
import { facetsView, productView, treeOf, type ProductDocument } from './products/readModel.ts';
import { createStatementRegistry } from './products/statements.ts';

export interface ProductsDeps {
  readonly cache: CacheService;
  readonly eventBus: Pick<EventBus, 'on'>;
  readonly options: {
    /** The currency of prices when a request names none. */
    readonly currency: string;
    readonly cursorSecret: string;
    /** Where the list is found, for its links: "/api/v1/products". */
    readonly listPath: string;
    /** Where stored pictures are found; without a slash at the end. */
    readonly mediaUrl: string;
  };
}

/** The catalogue as shoppers see it. Answers are finished bodies, kept in this process's cache. */
export interface ProductsService {
  /** @throws {AppError} invalid_cursor. */
  list(
    ctx: Context,
    query: ProductListQuery,
  ): Promise<FinishedBody<Envelope<ShownProduct[], ProductListMeta>>>;
  /** @throws {AppError} not_found for what is unknown or not active. */
  get(
    ctx: Context,
    idOrHandle: string,
    query: ProductQuery,
  ): Promise<FinishedBody<Envelope<ShownProduct, undefined>>>;
  /** The tree of categories. */
  categories(ctx: Context): Promise<FinishedBody<Envelope<Category[], undefined>>>;
  collections(ctx: Context): Promise<FinishedBody<Envelope<Collection[], undefined>>>;
}

/** A product, or those of its members that were asked for. */
type ShownProduct = Pick<Product, 'id'> & Partial<Product>;

/** Every change of any product may concern any list, so lists go all at once. */
const LISTS = 'lists';
const productTag = (id: string) => `product:${id}`;

const listStatement = createStatementRegistry('products.list');
const productStatement = createStatementRegistry('products.get');

export function createProductsService({ cache, eventBus, options }: ProductsDeps): ProductsService {
  eventBus.on('product.changed', ({ ids }) => {
    if (ids === null) cache.invalidateAll();
    else cache.invalidate([LISTS, ...ids.map(productTag)]);
  });
  // Whatever was told while the connection was lost has not been heard.
  eventBus.on('bus.reconnected', () => cache.clear());

  const show = (document: ProductDocument, shape: ProductShape) =>
    pick(productView(document, { ...options, currency: shape.currency }), shape);

  async function computeList(ctx: Context, request: ListRequest, cursor: string | undefined) {
    const signature = { secret: options.cursorSecret, scope: scopeOf(request) };
    const position =
      cursor === undefined ? undefined : decodeCursor(signature.secret, signature.scope, cursor);
    const { text, values } = listSql(request, position);
    const [row] = await ctx.db.query(listStatement<ListRow>(text), values);
    const page = pageOf(row?.products ?? [], {
      limit: request.limit,
      position,
      placeOf: ({ product, keys }) => ({ id: product.id, keys }),
      ...signature,
    });
    const { hasMore, nextCursor, prevCursor } = page;
    const meta: ProductListMeta = {
      limit: request.limit,
      hasMore,
      nextCursor,
      prevCursor,
      ...(row?.total !== undefined && { total: row.total }),
      ...(row?.facets && { facets: facetsView(row.facets, request.currency) }),
    };
    const data = page.rows.map(({ product }) => show(product, request));
    const link = linkHeader(options.listPath, urlQueryOf(request), page);
    return { answer: finish({ data, meta }, link), tags: [LISTS] };
  }

  return {
    list(ctx, query) {
      const request = listRequestOf(query, options.currency);
      const key = JSON.stringify(['products', request, query.cursor]);
      return cache.read(key, () => computeList(ctx, request, query.cursor));
    },

    get(ctx, idOrHandle, query) {
      const shape = shapeOf(query, options.currency);
      return cache.read(JSON.stringify(['product', idOrHandle, shape]), async () => {
        const sql = productStatement<ProductRow>(productSql(shape.expand));
        const [row] = await ctx.db.query(sql, { idOrHandle, currency: shape.currency });
        if (!row) throw notFound('product');
        const answer = finish({ data: show(row.product, shape) });
        return { answer, tags: [productTag(row.product.id)] };
      });
    },

    categories: (ctx) =>
      cache.read('categories', async () => {
        const rows = await ctx.db.query(allCategories);
        return { answer: finish({ data: treeOf(rows) }), tags: [] };
      }),

    collections: (ctx) =>
      cache.read('collections', async () => {
        const rows = await ctx.db.query(allCollections);
        return { answer: finish({ data: rows }), tags: [] };
      }),
  };
}

/** The members that were asked for, and the id. */
function pick(product: Product, { fields }: ProductShape): ShownProduct {
  if (fields === null) return product;
  const chosen = Object.fromEntries(fields.map((field) => [field, product[field]]));
  return { id: product.id, ...chosen };
}
