import { newId } from '../../../kernel/ids.ts';
import { changeOf, keepUnspecified, placesOf, type Change, type DecidedBy } from './changes.ts';
import { hasPrices, type Columns } from '../read/columns.ts';
import { variantExtras } from './mergeExtras.ts';
import type { VariantMatch } from './matchVariants.ts';
import type { PriceDraft, VariantDraft } from '../read/productDraft.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { PriceRow, StoredProduct, StoredVariant, VariantRow } from '../write/loadProducts.ts';

export interface VariantPlan {
  draft: VariantDraft;
  row: VariantRow;
  /** The variant with its prices; whether its stock changes is known once that is locked. */
  change: Change;
  /** New and changed ones. */
  prices: PriceRow[];
  stock: StockPlan | null;
}

/** Stock that may differ from what the file says, or from what the variant's policy allows. */
export interface StockPlan {
  variantId: string;
  /** Null where the file says nothing. */
  wanted: number | null;
  /** The variant is new, so no one else can have stock of it. */
  isFirst: boolean;
  policy: VariantRow['inventoryPolicy'];
}

interface Planning {
  read: Pick<ReadProduct, 'columns' | 'product'>;
  productId: string;
  /** By source. */
  imageIds: ReadonlyMap<string, string>;
  locationId: string | null;
}

const decidedBy: DecidedBy<VariantRow> = {
  sku: ['sku'],
  barcode: ['barcode'],
  weightGrams: ['grams', 'weight'],
  requiresShipping: ['requiresShipping', 'giftCard', 'fulfillmentService'],
  taxable: ['taxable', 'giftCard', 'fulfillmentService'],
  taxCode: ['taxCode'],
  inventoryPolicy: ['inventoryPolicy', 'continueSelling'],
  imageId: ['variantImage'],
};

/** The product's variants with their prices and stock. */
export function planVariants(
  stored: StoredProduct | undefined,
  matches: readonly VariantMatch[],
  planning: Planning,
): VariantPlan[] {
  const { columns } = planning.read;
  const { isWhole, last } = placesOf(
    stored?.variants.map(({ row }) => row),
    matches.map(({ known }) => known?.row),
    hasPrices(columns),
  );
  return matches.map(({ draft, known }): VariantPlan => {
    const position = isWhole ? draft.position : (known?.row.position ?? last + draft.position);
    const row = variantRow({ ...draft, position }, known?.row, planning);
    const prices = changedPrices(draft.prices, row.id, known?.prices ?? []);
    const change = changeOf(known?.row, row);
    return {
      draft,
      row,
      change: change === 'unchanged' && prices.length > 0 ? 'updated' : change,
      prices,
      stock: planStock(draft, row, known, planning.locationId),
    };
  });
}

function variantRow(
  draft: VariantDraft,
  stored: VariantRow | undefined,
  { read: { columns, product }, productId, imageIds }: Planning,
): VariantRow {
  const imageId = draft.imageSrc === null ? null : imageIds.get(draft.imageSrc);
  const row: VariantRow = {
    id: stored?.id ?? newId('variant'),
    productId,
    position: draft.position,
    title: draft.title,
    sku: draft.sku,
    barcode: draft.barcode,
    optionValues: draft.optionValues,
    weightGrams: draft.weightGrams,
    requiresShipping: draft.requiresShipping,
    taxable: draft.taxable,
    taxCode: draft.taxCode,
    inventoryTracked: draft.inventoryTracked,
    inventoryPolicy: draft.inventoryPolicy,
    // A picture that could not be read changes nothing.
    imageId: imageId === undefined ? (stored?.imageId ?? null) : imageId,
    cost: draft.cost?.amount ?? null,
    costCurrency: draft.cost?.currency ?? null,
    extras: {},
  };
  // Without a column for it, a quantity says that the variant is tracked; a blank says nothing.
  const tracked =
    draft.inventoryQuantity === null ? { inventoryTracked: ['inventoryTracker'] as const } : {};
  const unsaid = product.specifiesOptions ? {} : { title: [], optionValues: [] };
  const kept = keepUnspecified(row, stored, columns, { ...decidedBy, ...tracked, ...unsaid });
  if (stored !== undefined && !saysCost(columns)) {
    kept.cost = stored.cost;
    kept.costCurrency = stored.costCurrency;
  }
  return { ...kept, extras: variantExtras(stored?.extras, draft, { columns, row: kept }) };
}

function saysCost({ known, currencies }: Columns): boolean {
  return known.has('cost') || currencies.some(({ kind }) => kind === 'cost');
}

function changedPrices(
  drafts: readonly PriceDraft[],
  variantId: string,
  stored: readonly PriceRow[],
): PriceRow[] {
  return drafts.flatMap((draft) => {
    const known = stored.find(({ currency }) => currency === draft.currency);
    const amount = draft.amount ?? known?.amount;
    if (amount === undefined) return [];
    const compareAt = draft.compareAt === undefined ? (known?.compareAt ?? null) : draft.compareAt;
    const row = { variantId, currency: draft.currency, amount, compareAt };
    return changeOf(known, row) === 'unchanged' ? [] : [row];
  });
}

function planStock(
  draft: VariantDraft,
  { id, inventoryTracked, inventoryPolicy }: VariantRow,
  stored: StoredVariant | undefined,
  locationId: string | null,
): StockPlan | null {
  const levels = stored?.levels ?? [];
  const wanted = inventoryTracked ? draft.inventoryQuantity : null;
  const onHand = levels.find((level) => level.locationId === locationId)?.onHand;
  const isRight = wanted === null || wanted === onHand;
  const isFlagged = levels.every(
    ({ backorder, reserved, onHand }) =>
      backorder === (inventoryPolicy === 'continue' || reserved > onHand),
  );
  if (isRight && isFlagged) return null;
  return { variantId: id, wanted, isFirst: stored === undefined, policy: inventoryPolicy };
}
