import { newId } from '../../utils/ids.ts';
import { changeOf, distinct } from './changes.ts';
import type { VariantPlan } from './planVariants.ts';
import type { ReadProduct } from './shopifyCsv.ts';
import type { OptionRow, StoredProduct } from './stored.ts';

export interface OptionsPlan {
  /** New and changed ones. */
  write: OptionRow[];
  /** Ids of those that the product no longer has. */
  remove: string[];
}

/**
 * The options with the values that variants have: in the file's order when it has all variants, else
 * in the order in which they are, with the file's new ones behind them.
 */
export function planOptions(
  stored: StoredProduct | undefined,
  { product, columns, continuation }: ReadProduct,
  productId: string,
  variants: readonly VariantPlan[],
): OptionsPlan {
  if (stored !== undefined && !columns.known.has('option1Value')) return { write: [], remove: [] };
  const planned = new Set(variants.map(({ row }) => row.id));
  const others = stored?.variants.filter(({ row }) => !planned.has(row.id)) ?? [];
  const rows = product.options.map(({ name, values }, index) => {
    const known = stored?.options.find(({ position }) => position === index + 1);
    const used = distinct(
      values,
      others.flatMap(({ row }) => row.optionValues[index] ?? []),
    );
    const inOrder = others.length > 0 ? (known?.values ?? []) : [];
    const row: OptionRow = {
      id: known?.id ?? newId('option'),
      productId,
      position: index + 1,
      name: (continuation && known?.name) || name || `Option ${index + 1}`,
      values: distinct(inOrder, used).filter((value) => used.includes(value)),
    };
    return { known, row };
  });
  const beyond = continuation ? [] : (stored?.options ?? []);
  return {
    write: rows
      .filter(({ known, row }) => changeOf(known, row) !== 'unchanged')
      .map(({ row }) => row),
    remove: beyond.filter(({ position }) => position > rows.length).map(({ id }) => id),
  };
}
