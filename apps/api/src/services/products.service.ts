import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { decodeCursor } from '../utils/cursor.ts';
import { pageOf, type Page } from '../utils/page.ts';
import { allCategories, allCollections } from './products/categoriesSql.ts';
import {
  listRequestOf,
  scopeOf,
  shapeOf,
  type ListRequest,
  type ProductListQuery,
  type ProductQuery,
  type ProductShape,
} from './products/listRequest.ts';
import { listSql, type ListRow } from './products/listSql.ts';
import { productSql, type ProductRow } from './products/productSql.ts';
import {
  treeOf,
  type CategoryNode,
  type Collection,
  type FacetsDocument,
  type ProductDocument,
} from './products/readModel.ts';
import { createStatementRegistry } from './products/statements.ts';

export type { ListRequest } from './products/listRequest.ts';
export type {
  FacetsDocument,
  ImageDocument,
  ProductDocument,
  VariantDocument,
} from './products/readModel.ts';

interface ProductsDeps {
  /** The currency of prices when a request names none. */
  readonly currency: string;
  /** Signs the cursors of the list. */
  readonly cursorSecret: string;
}

/** A page of the catalogue. */
export interface ProductPage extends Page<ProductDocument> {
  /** Where it was asked for. */
  readonly total?: number | undefined;
  readonly facets?: FacetsDocument | undefined;
}

export type ProductsService = ReturnType<typeof createProductsService>;

const listStatement = createStatementRegistry('products.list');
const productStatement = createStatementRegistry('products.get');

/** The catalogue as shoppers see it. */
export function createProductsService({ currency, cursorSecret }: ProductsDeps) {
  return {
    /** A query with its defaults; two that ask for the same give equal requests. */
    listRequest: (query: ProductListQuery): ListRequest => listRequestOf(query, currency),
    /** The same of a single product. */
    shape: (query: ProductQuery): ProductShape => shapeOf(query, currency),

    /** Lists, searches and filters, in one statement. @throws {AppError} invalid_cursor */
    async list(
      ctx: Context,
      request: ListRequest,
      cursor: string | undefined,
    ): Promise<ProductPage> {
      const signature = { secret: cursorSecret, scope: scopeOf(request) };
      const position =
        cursor === undefined ? undefined : decodeCursor(signature.secret, signature.scope, cursor);
      const { text, values } = listSql(request, position);
      const [row] = await ctx.db.query(listStatement<ListRow>(text), values);
      const { rows, ...ends } = pageOf(row?.products ?? [], {
        limit: request.limit,
        position,
        placeOf: ({ product, keys }) => ({ id: product.id, keys }),
        ...signature,
      });
      const products = rows.map(({ product }) => product);
      return { rows: products, ...ends, total: row?.total, facets: row?.facets };
    },

    /** One product, in one statement. @throws {AppError} not_found for what is unknown or not active. */
    async get(ctx: Context, idOrHandle: string, shape: ProductShape): Promise<ProductDocument> {
      const sql = productStatement<ProductRow>(productSql(shape.expand));
      const [row] = await ctx.db.query(sql, { idOrHandle, currency: shape.currency });
      if (!row) throw notFound('product');
      return row.product;
    },

    /** The roots of the tree, each with what is below it. */
    async categories(ctx: Context): Promise<CategoryNode[]> {
      return treeOf(await ctx.db.query(allCategories));
    },

    async collections(ctx: Context): Promise<Collection[]> {
      return ctx.db.query(allCollections);
    },
  };
}
