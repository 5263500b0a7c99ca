import type { Expansion } from '../../validators/productQuery.validator.ts';
import { documentSql } from './documentSql.ts';
import type { ProductDocument } from './readModel.ts';

export interface ProductRow {
  readonly product: ProductDocument;
}

/** One active product by $1, its id or handle (the id wins), priced in $2. */
export function productSql(expand: readonly Expansion[]): string {
  return `SELECT ${documentSql('$2::char(3)', expand)} AS product
  FROM products p
  WHERE p.status = 'active' AND (p.id = $1 OR p.handle = $1)
  ORDER BY p.id = $1 DESC
  LIMIT 1`;
}
