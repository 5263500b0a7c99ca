import { isCurrency } from '../../utils/money.ts';
import { CatalogFileError } from './errors.ts';

/**
 * The columns we read, each with the headers Shopify has used for it, oldest first, in lower case.
 * All other columns are passed over, among them a market's prices ("Price / International"), which
 * belong to no currency that we could name.
 * Source: https://help.shopify.com/en/manual/products/import-export/using-csv
 */
const headers = [
  ['handle', ['handle', 'url handle']],
  ['title', ['title']],
  ['description', ['body (html)', 'body html', 'body', 'description']],
  ['vendor', ['vendor']],
  ['type', ['type', 'product type', 'custom product type']],
  ['tags', ['tags']],
  ['published', ['published', 'published on online store']],
  ['status', ['status']],
  ['productCategory', ['product category', 'standardized product type']],
  ['googleCategory', ['google shopping / google product category']],
  ['collection', ['collection']],
  ['collections', ['collections']],
  ['seoTitle', ['seo title']],
  ['seoDescription', ['seo description']],
  ['giftCard', ['gift card']],
  ['option1Name', ['option1 name']],
  ['option1Value', ['option1 value']],
  ['option2Name', ['option2 name']],
  ['option2Value', ['option2 value']],
  ['option3Name', ['option3 name']],
  ['option3Value', ['option3 value']],
  ['sku', ['variant sku', 'sku']],
  ['barcode', ['variant barcode', 'barcode', 'barcodes']],
  ['price', ['variant price', 'price']],
  ['compareAtPrice', ['variant compare at price', 'compare-at price', 'compare at price']],
  ['cost', ['cost per item', 'variant cost']],
  ['grams', ['variant grams', 'weight value (grams)']],
  ['weight', ['variant weight']],
  ['weightUnit', ['variant weight unit', 'weight unit for display']],
  ['requiresShipping', ['variant requires shipping', 'requires shipping']],
  ['taxable', ['variant taxable', 'charge tax']],
  ['taxCode', ['variant tax code', 'tax code']],
  ['inventoryTracker', ['variant inventory tracker', 'inventory tracker']],
  [
    'inventoryQuantity',
    ['variant inventory qty', 'variant inventory quantity', 'inventory quantity'],
  ],
  ['inventoryPolicy', ['variant inventory policy', 'inventory policy']],
  ['continueSelling', ['continue selling when out of stock']],
  ['imageSrc', ['image src', 'product image url']],
  ['imagePosition', ['image position']],
  ['imageAlt', ['image alt text']],
  ['variantImage', ['variant image', 'variant image url']],
] as const;

export type Column = (typeof headers)[number][0];

/** A further currency's column, "Variant Price / EUR": this project's addition to the format. */
export interface CurrencyColumn {
  kind: 'price' | 'compareAt';
  currency: string;
  index: number;
}

/** Where the file has which column. */
export interface Columns {
  /** All headers as the file writes them, for messages. */
  names: readonly string[];
  known: ReadonlyMap<Column, number>;
  currencies: readonly CurrencyColumn[];
  metafields: readonly { key: string; index: number }[];
}

const columnByHeader = new Map<string, Column>(
  headers.flatMap(([column, names]) => names.map((name) => [name, column] as const)),
);

const CURRENCY_HEADER = /^(variant )?(price|compare[ -]at price) \/ ([a-z]{3})$/;
const METAFIELD_HEADER = /\(product\.metafields\.([^)]+)\)$/i;

/**
 * Finds our columns in the header, whatever their order, case and padding.
 * @throws {CatalogFileError} when Handle or Title is missing, a column comes twice, or a price
 * column is named after no currency.
 */
export function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().replaceAll(/\s+/g, ' '));
  const known = new Map<Column, number>();
  const currencies: CurrencyColumn[] = [];
  const metafields: { key: string; index: number }[] = [];
  for (const [index, name] of names.entries()) {
    const column = columnByHeader.get(name.toLowerCase());
    const metafield = METAFIELD_HEADER.exec(name)?.[1];
    const currency = currencyColumn(name, index);
    if (column !== undefined) {
      const earlier = known.get(column);
      if (earlier !== undefined) throw doubled(names[earlier] ?? name, name);
      known.set(column, index);
    } else if (metafield !== undefined) {
      metafields.push({ key: metafield, index });
    } else if (currency !== null) {
      currencies.push(currency);
    }
  }
  requireColumns(known, names);
  return { names, known, currencies, metafields };
}

function currencyColumn(name: string, index: number): CurrencyColumn | null {
  const match = CURRENCY_HEADER.exec(name.toLowerCase());
  if (match === null) return null;
  const currency = match[3]?.toUpperCase() ?? '';
  if (isCurrency(currency)) {
    return { kind: match[2] === 'price' ? 'price' : 'compareAt', currency, index };
  }
  // Without "Variant" the header is Shopify's own and names a market, which may have three letters.
  if (match[1] === undefined) return null;
  throw new CatalogFileError(`The column "${name}" names no ISO 4217 currency.`);
}

function doubled(first: string, second: string): CatalogFileError {
  return new CatalogFileError(
    first === second
      ? `The column "${first}" appears twice.`
      : `The columns "${first}" and "${second}" mean the same; keep one of them.`,
  );
}

function requireColumns(known: ReadonlyMap<Column, number>, names: readonly string[]): void {
  const missing = [
    ...(known.has('handle') ? [] : ['Handle (or "URL handle")']),
    ...(known.has('title') ? [] : ['Title']),
  ];
  if (missing.length === 0) return;
  const semicolons = names.length === 1 && names[0]?.includes(';');
  const hint = semicolons ? ' The columns must be separated by commas, not semicolons.' : '';
  throw new CatalogFileError(`The file has no column ${missing.join(' and no column ')}.${hint}`);
}
