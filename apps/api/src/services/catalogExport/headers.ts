import type { Context } from '../../kernel/context.ts';
import { selectProductColumns, selectVariantColumns } from './statements.ts';

/** The columns of a file that depend on what the shop has. */
export interface ShopColumns {
  /** Namespace and key. */
  readonly metafields: readonly string[];
  /** Shopify's columns that the shop has no place for, by their names. */
  readonly productExtras: readonly string[];
  readonly variantExtras: readonly string[];
  /** Of prices, but for the currency of the columns that name none. */
  readonly currencies: readonly string[];
  readonly costCurrencies: readonly string[];
}

/** Of what is kept beside a product or a variant: what goes into a column that every file has. */
const IN_OWN_COLUMN: ReadonlySet<string> = new Set([
  'Status',
  'Published',
  'Product Category',
  'Variant Weight Unit',
  'Variant Fulfillment Service',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
]);

/** Of the whole shop: a file of some products has the same columns as that of all. */
export async function readShopColumns({ db }: Context, currency: string): Promise<ShopColumns> {
  const [products] = await db.query(selectProductColumns);
  const [variants] = await db.query(selectVariantColumns);
  const others = (codes: readonly string[] = []) => codes.filter((code) => code !== currency);
  const extra = (names: readonly string[] = []) => names.filter((name) => !IN_OWN_COLUMN.has(name));
  return {
    metafields: products?.metafields ?? [],
    productExtras: extra(products?.extras),
    variantExtras: extra(variants?.extras),
    currencies: others(products?.currencies),
    costCurrencies: others(variants?.costCurrencies),
  };
}
