import { sanitizeDescription } from './html.ts';
import type { ProductDraft } from './productDraft.ts';
import type { Row } from './row.ts';

/** What the first row of a product says of the product itself. */
export type ProductColumns = Omit<
  ProductDraft,
  'options' | 'specifiesOptions' | 'variants' | 'images' | 'notes'
>;

/** Shopify allows 512 KB. */
const MAX_DESCRIPTION = 512 * 1024;
const MAX_LIST = 10_000;
const MAX_METAFIELD = 65_535;
const MAX_SEO_DESCRIPTION = 1000;

/** Lower-case letters (of any script) and digits, with hyphens and underscores in between. */
const HANDLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/**
 * The handle that the row belongs to, in lower case and one Unicode form; null when the cell is
 * blank.
 * @throws {RowError} when it cannot be part of a URL.
 */
export function readHandle(row: Row): string | null {
  const handle = row.text('handle').normalize('NFC').toLowerCase();
  if (handle === '') return null;
  if (!HANDLE.test(handle)) {
    row.fail('handle', `"${handle}" is no handle: only letters, digits, hyphens and underscores`);
  }
  return handle;
}

/** @throws {RowError} for the first product cell that cannot be read. */
export function readProductColumns(row: Row, handle: string): ProductColumns {
  const published = row.boolean('published', true);
  return {
    handle,
    title: row.text('title'),
    descriptionHtml: sanitizeDescription(row.text('description', MAX_DESCRIPTION)),
    vendor: row.text('vendor'),
    type: row.text('type') || row.text('customType'),
    tags: list(row.text('tags', MAX_LIST)),
    status: readStatus(row, published),
    saidStatus: row.text('status').toLowerCase() || 'active',
    published,
    giftCard: isGiftCard(row),
    category: readCategory(row),
    collections: [
      ...new Set([row.text('collection'), ...quotedList(row.text('collections', MAX_LIST))]),
    ].filter((title) => title !== ''),
    seoTitle: row.textOrNull('seoTitle'),
    seoDescription: row.textOrNull('seoDescription', MAX_SEO_DESCRIPTION),
    metafields: readMetafields(row),
    categoryCells: Object.fromEntries(
      Object.entries(categoryColumns)
        .map(([column, name]) => [name, row.text(column as CategoryColumn, MAX_CATEGORY)] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  };
}

/** Whether the row is a gift card: by its column, or by its fulfilment service. */
export function isGiftCard(row: Row): boolean {
  return (
    row.boolean('giftCard', false) || row.text('fulfillmentService').toLowerCase() === 'gift_card'
  );
}

/**
 * An active product is shown only when it is published too: in Shopify, `active` only permits that.
 * "unlisted" (reachable only by link) has no counterpart here and becomes a draft, which shows
 * nothing that the merchant has not listed.
 */
function readStatus(row: Row, published: boolean): ProductDraft['status'] {
  const status = row.text('status').toLowerCase();
  if (status === '' || status === 'active') return published ? 'active' : 'draft';
  if (status === 'draft' || status === 'archived') return status;
  if (status === 'unlisted') return 'draft';
  return row.fail('status', `"${status}" is none of active, draft, archived, unlisted`);
}

/** The columns that may name a category, with Shopify's names. */
export const categoryColumns = {
  productCategory: 'Product Category',
  standardType: 'Standard Product Type',
  googleCategory: 'Google Shopping / Google Product Category',
} as const;

type CategoryColumn = keyof typeof categoryColumns;

const MAX_CATEGORY = 1000;

/** The first column that names a category counts; none where all that there are say so. */
function readCategory(row: Row): string[] | null {
  const paths = (Object.keys(categoryColumns) as CategoryColumn[])
    .filter((column) => row.has(column))
    .map((column) => pathOf(row.text(column, MAX_CATEGORY)));
  const named = paths.find((path) => path !== null && path.length > 0);
  return named ?? (paths.includes(null) ? null : (paths[0] ?? null));
}

/**
 * Numbers (Google) and gid:// references (Shopify) name a category without its path: not usable (null).
 * "Uncategorized" is what Shopify calls that a product has none.
 */
function pathOf(text: string): string[] | null {
  if (/^(?:\d+|gid:.*)$/i.test(text)) return null;
  if (/^uncategori[sz]ed\s*(?:>|$)/i.test(text)) return [];
  const names = text.split('>').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function readMetafields(row: Row): Record<string, string> {
  const entries = row.columns.metafields
    .map(({ key, index }) => [key, row.textAt(index, MAX_METAFIELD)] as const)
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

/** The same, in which an item with a comma stands in quotation marks, as the export writes it. */
function quotedList(text: string): string[] {
  const items = text.match(/\s*"(?:[^"]|"")*"\s*(?=,|$)|[^,]+/g) ?? [];
  return items.map((item) => {
    const trimmed = item.trim();
    const quoted = /^"(.*)"$/s.exec(trimmed)?.[1];
    return quoted === undefined ? trimmed : quoted.replaceAll('""', '"');
  });
}

/** A comma-separated list; an item that differs from an earlier one only in case is dropped. */
function list(text: string): string[] {
  const items = new Map<string, string>();
  for (const part of text.split(',')) {
    const item = part.trim();
    const key = item.toLowerCase();
    if (item !== '' && !items.has(key)) items.set(key, item);
  }
  return [...items.values()];
}
