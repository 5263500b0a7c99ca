import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../../kernel/ids.ts';
import { changeOf, distinct } from './changes.ts';
import { hasPrices } from '../read/columns.ts';
import type { VariantPlan } from './planVariants.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { OptionRow, StoredProduct } from '../write/loadProducts.ts';

export interface OptionsPlan {
  /** New and changed ones. */
  write: OptionRow[];
  /** Ids of those that the product no longer has. */
  remove: string[];
}

/**
 * The options with the values that variants have: in the file's order when it has all variants, in
 * another order or with other values than they have; else in the order in which they are, with the
 * file's new ones behind them.
 */
export function planOptions(
  stored: StoredProduct | undefined,
  { product, columns }: ReadProduct,
  productId: string,
  variants: readonly VariantPlan[],
): OptionsPlan {
  const isSilent = variants.length === 0 || !product.specifiesOptions;
  if (stored !== undefined && isSilent) return { write: [], remove: [] };
  const planned = new Set(variants.map(({ row }) => row.id));
  const others = stored?.variants.filter(({ row }) => !planned.has(row.id)) ?? [];
  const isSameOrder = isDeepStrictEqual(
    stored?.variants.map(({ row }) => row.id),
    variants.map(({ row }) => row.id),
  );
  const rows = product.options.map(({ name }, index) => {
    const known = stored?.options.find(({ position }) => position === index + 1);
    const used = distinct(
      [...variants, ...others].flatMap(({ row }) => row.optionValues[index] ?? []),
    );
    const isWhole = others.length === 0 && hasPrices(columns);
    const saysNothingNew =
      isSameOrder && isDeepStrictEqual(used.toSorted(), known?.values.toSorted());
    const inOrder = isWhole && !saysNothingNew ? [] : (known?.values ?? []);
    const row: OptionRow = {
      id: known?.id ?? newId('option'),
      productId,
      position: index + 1,
      name: name || (known?.name ?? ''),
      values: distinct(inOrder, used).filter((value) => used.includes(value)),
    };
    return { known, row };
  });
  const beyond = stored?.options ?? [];
  return {
    write: rows
      .filter(({ known, row }) => changeOf(known, row) !== 'unchanged')
      .map(({ row }) => row),
    remove: beyond.filter(({ position }) => position > rows.length).map(({ id }) => id),
  };
}
