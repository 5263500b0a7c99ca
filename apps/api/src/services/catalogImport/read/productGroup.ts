import { RowError } from '../errors.ts';
import { ProductBuilder } from './productBuilder.ts';
import { readProductColumns } from './productColumns.ts';
import type { ProductDraft } from './productDraft.ts';
import type { Row } from './row.ts';

export interface RejectedRow {
  kind: 'rejected';
  /** Line on which the row begins. */
  line: number;
  /** Null when the row has none, or its columns cannot be separated. */
  handle: string | null;
  /** The header of the cell that is to blame, as the file writes it. */
  column?: string;
  reason: string;
}

interface Group {
  handle: string;
  rows: readonly Row[];
}

/** A product with the lines of the rows that it was made of. */
interface GroupedProduct {
  product: ProductDraft;
  lines: number[];
}

/**
 * Builds a product from its rows. An invalid row is rejected alone; the whole product is rejected
 * (null) when that row was the title or carried another of the product's columns, or when no
 * variant is left. The product's columns are those of the first row with a title.
 */
export function readGroup(
  { handle, rows }: Group,
  defaultCurrency: string,
): { read: GroupedProduct | null; rejected: RejectedRow[] } {
  const first = rows.find((row) => row.isFilled('title')) ?? rows[0];
  if (first === undefined) return { read: null, rejected: [] };
  const rejected: RejectedRow[] = [];
  const rejectRow = (row: Row, error: unknown): void => {
    rejected.push(rejection(row, handle, error));
  };

  let columns;
  let builder;
  try {
    columns = readProductColumns(first, handle);
    if (first.has('title') && columns.title === '') first.fail('title', 'a product needs a title');
    builder = new ProductBuilder(first, rows, { defaultCurrency, giftCard: columns.giftCard });
  } catch (error) {
    for (const row of rows) rejectRow(row, row === first ? error : lostWith(first, error));
    return { read: null, rejected };
  }

  const accepted: Row[] = [];
  for (const row of rows) {
    try {
      builder.add(row);
      accepted.push(row);
    } catch (error) {
      rejectRow(row, error);
    }
  }
  const isBare = !builder.hasVariants() && rows.some((row) => builder.isVariant(row));
  if (accepted.length === 0 || isBare) {
    for (const row of accepted)
      rejectRow(row, new RowError('no variant of the product can be read'));
    return { read: null, rejected: rejected.toSorted((a, b) => a.line - b.line) };
  }
  const product = { ...columns, ...builder.toDrafts() };
  return { read: { product, lines: accepted.map(({ line }) => line) }, rejected };
}

/** Turns what a row's reader threw into the row's rejection; rethrows what is not a RowError. */
export function rejection(row: Row, handle: string | null, error: unknown): RejectedRow {
  if (!(error instanceof RowError)) throw error;
  const { column, message: reason } = error;
  return { kind: 'rejected', line: row.line, handle, ...(column && { column }), reason };
}

function lostWith(first: Row, error: unknown): unknown {
  if (!(error instanceof RowError)) return error;
  const reason = `the product's first row, on line ${first.line}, is rejected: ${error.message}`;
  return new RowError(reason, error.column);
}
