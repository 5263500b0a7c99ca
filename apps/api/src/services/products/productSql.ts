import type { ProductExpansion } from '../../domains/products.enums.ts';
import { documentSql } from './documentSql.ts';
import type { ProductDocument } from './readModel.ts';

export interface ProductRow {
  readonly product: ProductDocument;
}

/** One active product by its id or handle (the id wins). */
export function productSql(expand: readonly ProductExpansion[]): string {
  return `SELECT ${documentSql(':currency::char(3)', expand)} AS product
  FROM products p
  WHERE p.status = 'active' AND (p.id = :idOrHandle OR p.handle = :idOrHandle)
  ORDER BY p.id = :idOrHandle DESC
  LIMIT 1`;
}
