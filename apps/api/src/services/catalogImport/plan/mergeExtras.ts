import { categoryColumns } from '../read/productColumns.ts';
import type { Columns } from '../read/columns.ts';
import type { ProductDraft, VariantDraft } from '../read/productDraft.ts';
import { wordColumns } from '../read/variantRow.ts';
import type { ProductRow, VariantRow } from '../write/loadProducts.ts';

type Extras = Record<string, string>;

/**
 * What a product's row says that its columns here cannot hold, so that an export can say it again: that
 * it is a draft because it is not published, or the cell of a category that is none here.
 * @param row as it will be stored.
 * @param hasCategory whether the product is in a category then.
 */
export function productExtras(
  stored: Extras | undefined,
  draft: ProductDraft,
  { columns, row, hasCategory }: { columns: Columns; row: ProductRow; hasCategory: boolean },
): Extras {
  const { known } = columns;
  const saysStatus = known.has('status') || known.has('published');
  const said = new Set([
    ...(known.has('published') || row.status === 'active' ? ['Published'] : []),
    ...(saysStatus ? ['Status'] : []),
    ...Object.entries(categoryColumns).flatMap(([column, name]) =>
      known.has(column as keyof typeof categoryColumns) ? [name] : [],
    ),
    ...(hasCategory ? [categoryColumns.productCategory] : []),
  ]);
  const isOtherDraft = saysStatus && row.status === 'draft' && draft.saidStatus !== 'draft';
  const { [categoryColumns.productCategory]: category, ...cells } = draft.categoryCells;
  const next: Extras = {
    ...cells,
    ...(category !== undefined && !hasCategory && { [categoryColumns.productCategory]: category }),
    ...(!draft.published && { Published: 'FALSE' }),
    ...(isOtherDraft && { Status: draft.saidStatus }),
  };
  return merge(stored, next, said);
}

/** The same for a variant: Shopify's columns that have no place here, and unusual words. */
export function variantExtras(
  stored: Extras | undefined,
  { extras, inventoryQuantity }: VariantDraft,
  { columns, row }: { columns: Columns; row: VariantRow },
): Extras {
  const { known } = columns;
  const said = new Set([
    ...columns.extras.map(({ name }) => name),
    ...wordColumns.flatMap(([column, name]) => (known.has(column) ? [name] : [])),
    ...(known.has('inventoryQuantity') || row.inventoryTracked ? [QUANTITY] : []),
  ]);
  // Of what is not counted there is no stock, though a file may have a number.
  const quantity = row.inventoryTracked ? null : inventoryQuantity;
  return merge(
    stored,
    { ...extras, ...(quantity !== null && { [QUANTITY]: String(quantity) }) },
    said,
  );
}

const QUANTITY = 'Variant Inventory Qty';

/** What the file says replaces (blank: removes) what is stored; the rest stays. */
function merge(stored: Extras = {}, next: Extras, said: ReadonlySet<string>): Extras {
  const kept = Object.entries(stored).filter(([name]) => !said.has(name));
  return { ...Object.fromEntries(kept), ...next };
}
