import type { Readable } from 'node:stream';
import { currencyExponent } from '../../utils/money.ts';
import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { CatalogFileError, RowError } from './errors.ts';
import { readHandle } from './productColumns.ts';
import type { ProductDraft } from './productDraft.ts';
import { readGroup, rejection } from './productGroup.ts';
import type { RejectedRow } from './productGroup.ts';
import { readRecords } from './records.ts';
import type { CsvRecord } from './records.ts';
import { Row } from './row.ts';

export interface ReadProduct {
  kind: 'product';
  /** The first and last line of the product's rows. */
  lines: { first: number; last: number };
  /**
   * The draft adds to a product that this file gave before: its variants and images are to be
   * added (a variant of the same option values replaces the earlier one), after those already
   * there, and its product columns are to be passed over. See {@link readShopifyProducts}.
   */
  continuation: boolean;
  /** What the file has: a cell of a column that is not there says nothing, not even "empty". */
  columns: Columns;
  product: ProductDraft;
}

export type ReadItem = ReadProduct | RejectedRow;

interface HandledRow {
  handle: string;
  row: Row;
}

interface Group {
  handle: string;
  columns: Columns;
  rows: Row[];
}

export interface ReadOptions {
  /** ISO 4217; the currency of the columns that name none. */
  defaultCurrency: string;
}

/** Shopify's own limits, 2,048 variants and 250 images, stay below; what is longer comes in parts. */
const MAX_GROUP_ROWS = 2500;

/**
 * Reads Shopify's product CSV, a product at a time: the consecutive rows of one handle. It pulls
 * from the input only as it is iterated, and holds no more than the rows of one product and the
 * handles seen (some 100 bytes each).
 *
 * When a handle comes back after other products, or has more rows than a product may have, the
 * product is already handed out; the later rows then follow as a draft marked `continuation`, which
 * needs no title. If the handle's first rows were rejected as a product, so are the later ones,
 * unless they bring a title and thus are a product of their own.
 *
 * A bad row is reported with the line on which it begins, and reading goes on.
 * @throws {CatalogFileError} when the file as a whole cannot be read.
 * @throws {AmountError} when the default currency is unknown.
 */
export async function* readShopifyProducts(
  input: Readable,
  { defaultCurrency }: ReadOptions,
): AsyncGenerator<ReadItem> {
  currencyExponent(defaultCurrency);
  const accepted = new Set<string>();
  let group: Group | null = null;

  const finish = function* ({ handle, columns, rows }: Group): Generator<ReadItem> {
    const continuation = accepted.has(handle);
    const { product, rejected } = readGroup({ handle, continuation, rows }, defaultCurrency);
    if (product !== null) {
      accepted.add(handle);
      const lines = { first: rows[0]?.line ?? 0, last: rows.at(-1)?.lastLine ?? 0 };
      yield { kind: 'product', lines, continuation, columns, product };
    }
    yield* rejected;
  };

  for await (const items of readRows(input)) {
    for (const item of items) {
      if ('kind' in item) {
        yield item;
        continue;
      }
      const { handle, row } = item;
      if (group !== null && (group.handle !== handle || group.rows.length >= MAX_GROUP_ROWS)) {
        yield* finish(group);
        group = null;
      }
      group ??= { handle, columns: row.columns, rows: [] };
      group.rows.push(row);
    }
  }
  if (group !== null) yield* finish(group);
}

/** The rows below the header that have a usable handle, and the rejections of the others. */
async function* readRows(input: Readable): AsyncGenerator<(HandledRow | RejectedRow)[]> {
  let columns: Columns | null = null;
  for await (const records of readRecords(input)) {
    const items: (HandledRow | RejectedRow)[] = [];
    for (const record of records) {
      if (columns === null) columns = readHeader(record);
      else if (record.fields?.every((field) => field === '') !== true) {
        items.push(readRow(columns, record));
      }
    }
    yield items;
  }
  if (columns === null) throw new CatalogFileError('The file is empty: it has not even a header.');
}

function readHeader({ fields, line, problem }: CsvRecord): Columns {
  if (fields === undefined) {
    throw new CatalogFileError(`The header (line ${line}) is no CSV: ${problem}.`);
  }
  return findColumns(fields);
}

function readRow(columns: Columns, record: CsvRecord): HandledRow | RejectedRow {
  const row = new Row(columns, record.line, record.lastLine, record.fields ?? []);
  try {
    checkFields(columns, record);
    const handle = readHandle(row);
    if (handle === null) return row.fail('handle', 'the row has no handle');
    return { handle, row };
  } catch (error) {
    return rejection(row, null, error);
  }
}

function checkFields({ names }: Columns, { fields, problem }: CsvRecord): void {
  if (fields === undefined) throw new RowError(problem);
  if (fields.length !== names.length) {
    throw new RowError(`the row has ${fields.length} columns, the header has ${names.length}`);
  }
  // PostgreSQL cannot store U+0000 in text.
  const nul = fields.findIndex((field) => field.includes('\0'));
  if (nul !== -1) throw new RowError('the value contains a NUL character', names[nul]);
}
