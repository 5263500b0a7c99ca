import type { Context } from '../../kernel/context.ts';
import { decodeCursor } from '../../utils/cursor.ts';
import { pageOf, type Page } from '../../utils/page.ts';
import type { ProductsDeps } from './deps.ts';
import { scopeOf, type ListRequest } from './listRequest.ts';
import { listSql, type ListRow } from './listSql.ts';
import type { FacetsDocument, ProductDocument } from './readModel.ts';
import { createStatementRegistry } from './statements.ts';

/** A page of the catalogue. */
export interface ProductPage extends Page<ProductDocument> {
  /** Where it was asked for. */
  readonly total?: number | undefined;
  readonly facets?: FacetsDocument | undefined;
}

const listStatement = createStatementRegistry('products.list');

/**
 * Lists, searches and filters, in one statement.
 * @param cursor of an earlier page; undefined for the first one.
 * @throws {AppError} invalid_cursor
 */
export async function listProducts(
  { cursorSecret }: ProductsDeps,
  ctx: Context,
  { request, cursor }: { request: ListRequest; cursor?: string | undefined },
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
}
