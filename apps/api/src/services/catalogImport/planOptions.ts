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
 * The options with the file's values in the file's order, followed by the values of variants that
 * the file does not mention. A continuation adds its values behind those that are there.
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
    const usedByOthers = others.flatMap(({ row }) => row.optionValues[index] ?? []);
    const row: OptionRow = {
      id: known?.id ?? newId('option'),
      productId,
      position: index + 1,
      name: (continuation && known?.name) || name || `Option ${index + 1}`,
      values: continuation ? distinct(known?.values ?? [], values) : distinct(values, usedByOthers),
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
