import { hasPrices, type Column } from './columns.ts';
import { readCost, readPrices } from './prices.ts';
import type { VariantDraft } from './productDraft.ts';
import { isGiftCard } from './productColumns.ts';
import type { Row } from './row.ts';

export const optionNameColumns = ['option1Name', 'option2Name', 'option3Name'] as const;
export const optionValueColumns = ['option1Value', 'option2Value', 'option3Value'] as const;

/** A row with none of these filled in carries an image only. */
const variantColumns: readonly Column[] = [...optionValueColumns, 'sku', 'barcode', 'price'];

/** What a product's first row may say of its variant without naming it. */
const detailColumns: readonly Column[] = [
  'compareAtPrice',
  'cost',
  'grams',
  'weight',
  'requiresShipping',
  'taxable',
  'taxCode',
  'inventoryTracker',
  'inventoryQuantity',
  'inventoryPolicy',
  'continueSelling',
  'variantImage',
];

/** Columns of which only an unusual word is kept, with Shopify's names. */
export const wordColumns = [
  ['weightUnit', 'Variant Weight Unit', 'g'],
  ['fulfillmentService', 'Variant Fulfillment Service', 'manual'],
  ['inventoryTracker', 'Variant Inventory Tracker', 'shopify'],
] as const satisfies readonly (readonly [Column, string, string])[];

const gramsPer: Readonly<Record<string, number>> = {
  g: 1,
  kg: 1000,
  lb: 453.59237,
  oz: 28.349523125,
};

/** Whether a row below a product's first one describes a variant. */
export function hasVariant(row: Row): boolean {
  return (
    variantColumns.some((column) => row.isFilled(column)) ||
    row.columns.currencies.some(({ index }) => row.isFilledAt(index))
  );
}

/** Whether a product's first row describes a variant: always, where the file has prices. */
export function hasFirstVariant(row: Row): boolean {
  return (
    hasPrices(row.columns) ||
    hasVariant(row) ||
    detailColumns.some((column) => row.isFilled(column))
  );
}

/**
 * The variant of a row. Its place and its picture are for the product to give, and whether it is a
 * gift card, where only the product's first row says so.
 * @throws {RowError} for the first cell that cannot be read.
 */
export function readVariant(
  row: Row,
  optionValues: string[],
  { defaultCurrency, giftCard: isWhole }: { defaultCurrency: string; giftCard: boolean },
): Omit<VariantDraft, 'position' | 'imageSrc'> {
  const giftCard = isWhole || isGiftCard(row);
  const inventoryQuantity = row.integer('inventoryQuantity');
  return {
    line: row.line,
    sku: row.textOrNull('sku'),
    barcode: row.textOrNull('barcode'),
    optionValues,
    title: optionValues.join(' / ') || 'Default Title',
    weightGrams: readWeight(row),
    requiresShipping: row.boolean('requiresShipping', !giftCard),
    taxable: row.boolean('taxable', !giftCard),
    taxCode: row.textOrNull('taxCode'),
    // A file without the column can only mean: what has a quantity is counted.
    inventoryTracked: row.has('inventoryTracker')
      ? row.text('inventoryTracker') !== ''
      : inventoryQuantity !== null,
    inventoryQuantity,
    inventoryPolicy: readPolicy(row),
    prices: readPrices(row, defaultCurrency),
    cost: readCost(row, defaultCurrency),
    extras: readExtras(row),
  };
}

/** The cells that the shop has no place for, but for the words that every variant has. */
function readExtras(row: Row): Record<string, string> {
  const extras: Record<string, string> = {};
  for (const { name, index } of row.columns.extras) {
    const cell = row.textAt(index, Infinity);
    if (cell !== '') extras[name] = cell;
  }
  for (const [column, name, usual] of wordColumns) {
    const cell = row.text(column);
    if (cell !== '' && cell.toLowerCase() !== usual) extras[name] = cell;
  }
  return extras;
}

/**
 * Grams. "Variant Grams" is always in grams, its unit column being for display only; the unit counts
 * for "Variant Weight", which some tools write instead.
 */
function readWeight(row: Row): number {
  const grams = row.measure('grams', 1);
  if (grams !== null) return grams;
  if (row.text('weight') === '') return 0;
  const unit = row.text('weightUnit').toLowerCase() || 'g';
  const factor = gramsPer[unit];
  if (factor === undefined) return row.fail('weightUnit', `"${unit}" is none of g, kg, lb, oz`);
  return row.measure('weight', factor) ?? 0;
}

function readPolicy(row: Row): VariantDraft['inventoryPolicy'] {
  const policy = row.text('inventoryPolicy').toLowerCase();
  if (policy === 'deny' || policy === 'continue') return policy;
  if (policy === '') return row.boolean('continueSelling', false) ? 'continue' : 'deny';
  return row.fail('inventoryPolicy', `"${policy}" is neither deny nor continue`);
}
