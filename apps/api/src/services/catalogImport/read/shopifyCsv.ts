import type { Readable } from 'node:stream';
import { currencyExponent } from '../../../kernel/money.ts';
import type { Columns } from './columns.ts';
import { RowError } from '../errors.ts';
import type { ProductDraft } from './productDraft.ts';
import { readGroup, rejection, type RejectedRow } from './productGroup.ts';
import type { Row } from './row.ts';
import { readRows, type HandledRow } from './rows.ts';
import type { Survey } from './survey.ts';

export interface ReadProduct {
  kind: 'product';
  /** The lines on which the rows begin that it was made of. */
  lines: readonly number[];
  /** What the file has: a cell of a column that is not there says nothing, not even "empty". */
  columns: Columns;
  product: ProductDraft;
}

export type ReadItem = ReadProduct | RejectedRow;

interface ReadOptions {
  /** ISO 4217; the currency of the columns that name none. */
  defaultCurrency: string;
}

interface Group {
  handle: string;
  rows: Row[];
}

/** Shopify's own limits, 2,048 variants and 250 images, stay far below. */
const MAX_ROWS = 10_000;

/**
 * Reads Shopify's product CSV, a product at a time: all rows of one handle, each handle once. It
 * pulls from the input only as it is iterated, and holds the rows of the current product, and those
 * of products whose rows are scattered, from their first to their last. As many of these as fit are
 * grouped in the first pass, the others in further ones.
 *
 * An invalid row is reported with the line on which it begins, and reading continues.
 * @param open returns the file from its beginning, once for each pass.
 * @throws {CatalogFileError} when the file as a whole cannot be read.
 * @throws {AmountError} when the default currency is unknown.
 */
export async function* readShopifyProducts(
  open: () => Readable,
  survey: Survey,
  { defaultCurrency }: ReadOptions,
): AsyncGenerator<ReadItem> {
  currencyExponent(defaultCurrency);
  for (let pass = 1; pass <= survey.passes; pass += 1) {
    for await (const item of gatherRows(open(), survey, pass)) {
      if ('kind' in item) yield item;
      else yield* productsOf(item, survey.columns, defaultCurrency);
    }
  }
}

function* productsOf(
  { handle, rows }: Group,
  columns: Columns,
  defaultCurrency: string,
): Generator<ReadItem> {
  const whole = rows.slice(0, MAX_ROWS);
  const { read, rejected } = readGroup({ handle, rows: whole }, defaultCurrency);
  if (read !== null) yield { kind: 'product', columns, ...read };
  yield* rejected;
  for (const row of rows.slice(MAX_ROWS)) {
    const tooMany = new RowError(`the product has more than ${MAX_ROWS} rows`);
    yield rejection(row, handle, tooMany);
  }
}

/** The rows that belong together, as soon as they are complete. */
async function* gatherRows(
  input: Readable,
  { scattered }: Survey,
  pass: number,
): AsyncGenerator<Group | RejectedRow> {
  const held = new Map<string, Row[]>();
  let group: Group | null = null;
  const hold = ({ handle, row }: HandledRow): Row[] => {
    const rows = held.get(handle) ?? [];
    held.set(handle, rows);
    rows.push(row);
    return rows;
  };
  for await (const { items } of readRows(input)) {
    for (const item of items) {
      if ('kind' in item) {
        if (pass === 1) yield item;
        continue;
      }
      const { handle, row } = item;
      const apart = scattered.get(handle);
      if ((apart?.pass ?? 1) !== pass) continue;
      if (apart !== undefined) {
        const rows = hold(item);
        if (rows.length < apart.rows) continue;
        held.delete(handle);
        yield { handle, rows };
        continue;
      }
      if (group !== null && group.handle !== handle) {
        yield group;
        group = null;
      }
      group ??= { handle, rows: [] };
      group.rows.push(row);
    }
  }
  if (group !== null) yield group;
  // Empty, unless the file became shorter meanwhile.
  for (const [handle, rows] of held) yield { handle, rows };
}
