import { toDecimalString } from '../../kernel/money.ts';
import type { ShopColumns } from './headers.ts';
import type { ExportedImage, ExportedProduct, ExportedVariant } from './statements.ts';

/** A cell of a product's first record. */
type ProductColumn = readonly [header: string, cell: (product: ExportedRow) => string];
/** A cell of a variant's record. */
type VariantColumn = readonly [
  header: string,
  cell: (variant: ExportedVariant, product: ExportedRow, index: number) => string,
];
type ImageColumn = readonly [header: string, cell: (image: ExportedImage) => string];

/** A product with what its ids mean. */
export interface ExportedRow extends ExportedProduct {
  /** Names from the root; empty for none. */
  readonly category: readonly string[];
}

interface FileOptions {
  readonly columns: ShopColumns;
  /** ISO 4217; the currency of the columns that name none. */
  readonly currency: string;
  /** Where stored pictures are found; without a slash at the end. */
  readonly mediaUrl: string;
}

const OPTIONS = [0, 1, 2];

/** Shopify's product CSV, as the import reads it. */
export function productFile({ columns, currency, mediaUrl }: FileOptions) {
  const product: readonly ProductColumn[] = [
    ['Title', ({ title }) => title],
    ['Body (HTML)', ({ description }) => description],
    ['Vendor', ({ vendor }) => vendor],
    ['Product Category', categoryCell],
    ['Type', ({ type }) => type],
    ['Tags', ({ tags }) => tags.join(', ')],
    ['Collections', ({ collections }) => collections.map(listItem).join(', ')],
    ['Published', publishedCell],
    ['Status', statusCell],
    ['Gift Card', ({ giftCard }) => flag(giftCard)],
    ['SEO Title', ({ seoTitle }) => seoTitle ?? ''],
    ['SEO Description', ({ seoDescription }) => seoDescription ?? ''],
    ...columns.metafields.map((key): ProductColumn => [
      `${nameOf(key)} (product.metafields.${key})`,
      ({ metafields }) => textOf(metafields[key]),
    ]),
    ...columns.productExtras.map((name): ProductColumn => [
      name,
      ({ extras }) => extras[name] ?? '',
    ]),
  ];
  const optionColumns = OPTIONS.flatMap((place): VariantColumn[] => [
    [
      `Option${place + 1} Name`,
      (_variant, { options }, index) => (index === 0 ? optionName(options, place) : ''),
    ],
    [
      `Option${place + 1} Value`,
      ({ optionValues }, { options }) =>
        options.length === 0 && place === 0 ? 'Default Title' : (optionValues[place] ?? ''),
    ],
  ]);
  const variant: readonly VariantColumn[] = [
    ...optionColumns,
    ['Variant SKU', ({ sku }) => sku ?? ''],
    ['Variant Barcode', ({ barcode }) => barcode ?? ''],
    ['Variant Grams', ({ weightGrams }) => String(weightGrams)],
    ['Variant Weight Unit', ({ extras }) => extras['Variant Weight Unit'] ?? 'g'],
    ['Variant Inventory Tracker', trackerCell],
    ['Variant Inventory Qty', quantityCell],
    ['Variant Inventory Policy', ({ inventoryPolicy }) => inventoryPolicy],
    [
      'Variant Fulfillment Service',
      ({ extras }) => extras['Variant Fulfillment Service'] ?? 'manual',
    ],
    ['Variant Price', priceCell(currency)],
    ['Variant Compare At Price', compareAtCell(currency)],
    ...columns.currencies.flatMap((code): VariantColumn[] => [
      [`Variant Price / ${code}`, priceCell(code)],
      [`Variant Compare At Price / ${code}`, compareAtCell(code)],
    ]),
    ['Variant Requires Shipping', ({ requiresShipping }) => flag(requiresShipping)],
    ['Variant Taxable', ({ taxable }) => flag(taxable)],
    ['Variant Tax Code', ({ taxCode }) => taxCode ?? ''],
    ['Cost per item', costCell(currency)],
    ...columns.costCurrencies.map((code): VariantColumn => [
      `Cost per item / ${code}`,
      costCell(code),
    ]),
    [
      'Variant Image',
      ({ imageId }, { images }) => {
        const image = images.find(({ id }) => id === imageId);
        return image ? addressOf(image, mediaUrl) : '';
      },
    ],
    ...columns.variantExtras.map((name): VariantColumn => [
      name,
      ({ extras }) => extras[name] ?? '',
    ]),
  ];
  const image: readonly ImageColumn[] = [
    ['Image Src', (image) => addressOf(image, mediaUrl)],
    ['Image Position', ({ position }) => String(position)],
    ['Image Alt Text', ({ alt }) => alt],
  ];
  const blankProduct = product.map(() => '');
  const blankVariant = variant.map(() => '');
  const blankImage = image.map(() => '');

  return {
    header: ['Handle', ...[product, variant, image].flatMap((part) => part.map(([name]) => name))],

    /** One record for each variant, with a picture beside it as long as there are some. */
    *records(row: ExportedRow): Generator<string[]> {
      const count = Math.max(1, row.variants.length, row.images.length);
      for (let index = 0; index < count; index++) {
        const ofVariant = row.variants[index];
        const ofImage = row.images[index];
        yield [
          row.handle,
          ...(index === 0 ? product.map(([, cell]) => cell(row)) : blankProduct),
          ...(ofVariant ? variant.map(([, cell]) => cell(ofVariant, row, index)) : blankVariant),
          ...(ofImage ? image.map(([, cell]) => cell(ofImage)) : blankImage),
        ];
      }
    },
  };
}

/**
 * Where a picture is: the address that it was imported from, or, for one that was a file beside the
 * CSV, its own in this shop, by which the import knows it again.
 */
function addressOf({ source, storageKey }: ExportedImage, mediaUrl: string): string {
  const isLink = /^https?:/i.test(source);
  return isLink || storageKey === null ? source : `${mediaUrl}/${storageKey}`;
}

const flag = (is: boolean): string => (is ? 'TRUE' : 'FALSE');

/** What the columns of categories said, where it was none that the shop could file the product under. */
function categoryCell({ category, extras }: ExportedRow): string {
  return category.length > 0 ? category.join(' > ') : (extras['Product Category'] ?? '');
}

/** A product is a draft also because it is not published: then the file says both, as it did. */
function isUnpublished({ status, extras }: ExportedRow): boolean {
  return status !== 'active' && extras['Published'] === 'FALSE';
}

const publishedCell = (row: ExportedRow): string => flag(!isUnpublished(row));

function statusCell(row: ExportedRow): string {
  const { status, giftCard, extras } = row;
  const said = extras['Status'];
  if (status !== 'draft' || said === undefined) return status;
  const isStillDraft = said !== 'active' || giftCard || isUnpublished(row);
  return isStillDraft ? said : status;
}

/** An item of a list, quoted where it would be read as two. */
const listItem = (item: string): string =>
  /[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;

/** "custom.heel_height" is "Heel height". */
function nameOf(key: string): string {
  const words = (key.split('.').at(-1) ?? key).replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Shopify's way of writing a product without options. */
function optionName(options: ExportedRow['options'], place: number): string {
  return options.length === 0 && place === 0 ? 'Title' : (options[place]?.name ?? '');
}

function trackerCell({ inventoryTracked, extras }: ExportedVariant): string {
  return inventoryTracked ? (extras['Variant Inventory Tracker'] ?? 'shopify') : '';
}

function quantityCell({ inventoryTracked, onHand, extras }: ExportedVariant): string {
  if (!inventoryTracked) return extras['Variant Inventory Qty'] ?? '';
  return onHand === null ? '' : String(onHand);
}

function amountText(amount: number | null | undefined, currency: string): string {
  return amount === null || amount === undefined ? '' : toDecimalString({ amount, currency });
}

function priceCell(currency: string) {
  return ({ prices }: ExportedVariant): string =>
    amountText(prices.find((price) => price.currency === currency)?.amount, currency);
}

function compareAtCell(currency: string) {
  return ({ prices }: ExportedVariant): string =>
    amountText(prices.find((price) => price.currency === currency)?.compareAt, currency);
}

function costCell(currency: string) {
  return ({ cost, costCurrency }: ExportedVariant): string =>
    costCurrency === currency ? amountText(cost, currency) : '';
}
