import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { ProductShape } from './listRequest.ts';
import { productSql, type ProductRow } from './productSql.ts';
import type { ProductDocument } from './readModel.ts';
import { createStatementRegistry } from './statements.ts';

const productStatement = createStatementRegistry('products.get');

/** One product, in one statement. @throws {AppError} not_found for what is unknown or not active. */
export async function getProduct(
  ctx: Context,
  idOrHandle: string,
  shape: ProductShape,
): Promise<ProductDocument> {
  const sql = productStatement<ProductRow>(productSql(shape.expand));
  const [row] = await ctx.db.query(sql, { idOrHandle, currency: shape.currency });
  if (!row) throw notFound('product');
  return row.product;
}
