import { RowError } from './errors.ts';
import { ImageList } from './images.ts';
import { readProductColumns } from './productColumns.ts';
import type { OptionDraft, ProductDraft, VariantDraft } from './productDraft.ts';
import type { Row } from './row.ts';
import { hasVariant, optionNameColumns, optionValueColumns, readVariant } from './variantRow.ts';

export interface RejectedRow {
  kind: 'rejected';
  /** Line on which the row begins. */
  line: number;
  /** Null when the row has none, or its columns cannot be told apart. */
  handle: string | null;
  /** The header of the cell that is to blame, as the file writes it. */
  column?: string;
  reason: string;
}

interface Group {
  handle: string;
  /** The group adds to a product that was read before. */
  continuation: boolean;
  rows: readonly Row[];
}

/**
 * Makes a product of its rows. A row that cannot be read is rejected by itself; the product goes
 * with it (null) when that was the first row's title or another of the product's own columns, or
 * when no variant is left. A continuation has no need of a title or of variants.
 */
export function readGroup(
  { handle, continuation, rows }: Group,
  defaultCurrency: string,
): { product: ProductDraft | null; rejected: RejectedRow[] } {
  const [first] = rows;
  if (first === undefined) return { product: null, rejected: [] };
  const rejected: RejectedRow[] = [];
  const rejectRow = (row: Row, error: unknown): void => {
    rejected.push(rejection(row, handle, error));
  };

  let columns;
  let builder;
  try {
    columns = readProductColumns(first, handle);
    if (columns.title === '' && !continuation) first.fail('title', 'a product needs a title');
    const optionNames = continuation
      ? readContinuedOptionNames(rows.find(hasVariant) ?? first)
      : readOptionNames(first);
    builder = new ProductBuilder(first, optionNames, { continuation, defaultCurrency });
  } catch (error) {
    for (const row of rows) rejectRow(row, row === first ? error : lostWith(first, error));
    return { product: null, rejected };
  }

  const read: Row[] = [];
  for (const row of rows) {
    try {
      builder.add(row);
      read.push(row);
    } catch (error) {
      rejectRow(row, error);
    }
  }
  if (read.length === 0 || (!builder.hasVariants() && !continuation)) {
    for (const row of read) rejectRow(row, new RowError('no variant of the product can be read'));
    return { product: null, rejected: rejected.toSorted((a, b) => a.line - b.line) };
  }
  return { product: { ...columns, ...builder.toDrafts() }, rejected };
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

/** Gathers variants, option values and images, row by row; a row is added whole or not at all. */
class ProductBuilder {
  readonly #first: Row;
  readonly #continuation: boolean;
  readonly #variantDefaults: { defaultCurrency: string; isGiftCard: boolean };
  readonly #options: OptionDraft[];
  readonly #variants = new Map<string, VariantDraft>();
  readonly #images = new ImageList();

  constructor(
    first: Row,
    optionNames: string[],
    { continuation, defaultCurrency }: { continuation: boolean; defaultCurrency: string },
  ) {
    this.#first = first;
    this.#continuation = continuation;
    this.#variantDefaults = { defaultCurrency, isGiftCard: first.boolean('giftCard', false) };
    this.#options = optionNames.map((name) => ({ name, values: [] }));
  }

  hasVariants(): boolean {
    return this.#variants.size > 0;
  }

  add(row: Row): void {
    const image = ImageList.read(row);
    const isVariant = hasVariant(row) || (row === this.#first && !this.#continuation);
    if (!isVariant && image === null)
      throw new RowError('the row has neither a variant nor an image');
    if (isVariant) this.#addVariant(row);
    if (image !== null) this.#images.add(image);
  }

  toDrafts(): Pick<ProductDraft, 'options' | 'variants' | 'images'> {
    const variants = [...this.#variants.values()];
    for (const { imageSrc } of variants) {
      if (imageSrc !== null) this.#images.add({ src: imageSrc, position: Infinity, alt: '' });
    }
    return { options: this.#options, variants, images: this.#images.toDrafts() };
  }

  #addVariant(row: Row): void {
    const values = this.#readOptionValues(row);
    const key = JSON.stringify(values);
    const twin = this.#variants.get(key);
    if (twin !== undefined) {
      const which = values.length === 0 ? 'a product without options' : `"${values.join(' / ')}"`;
      row.fail('option1Value', `${which} has its variant on line ${twin.line} already`);
    }
    const variant = readVariant(row, values, this.#variantDefaults);
    this.#variants.set(key, { ...variant, position: this.#variants.size + 1 });
    for (const [index, option] of this.#options.entries()) {
      const value = values[index] ?? '';
      if (!option.values.includes(value)) option.values.push(value);
    }
  }

  #readOptionValues(row: Row): string[] {
    this.#checkOptionNames(row);
    if (this.#options.length === 0) {
      const value = row.text('option1Value');
      if (value === '' || value.toLowerCase() === 'default title') return [];
      return row.fail('option1Value', 'the product has no options on its first row');
    }
    for (const column of optionValueColumns.slice(this.#options.length)) {
      if (row.text(column) !== '') row.fail(column, 'the product has no such option');
    }
    return optionValueColumns
      .slice(0, this.#options.length)
      .map(
        (column) =>
          row.text(column) || row.fail(column, 'the variant lacks a value for this option'),
      );
  }

  /** Names may be repeated on every row, but not changed. */
  #checkOptionNames(row: Row): void {
    if (row === this.#first || this.#options.length === 0) return;
    for (const [index, column] of optionNameColumns.entries()) {
      const name = row.text(column);
      const expected = this.#options[index]?.name ?? '';
      if (name !== '' && name.toLowerCase() !== expected.toLowerCase()) {
        row.fail(column, `"${name}" is not what the product's first row calls this option`);
      }
    }
  }
}

/**
 * The options' names from a product's first row; none when its value is `Default Title`, which is
 * how Shopify writes a product with a single variant.
 */
function readOptionNames(first: Row): string[] {
  const names = readContinuedOptionNames(first);
  for (const [index, name] of names.entries()) {
    const column = optionNameColumns[index] ?? 'option1Name';
    if (name === '') first.fail(column, 'the option has no name');
    if (names.indexOf(name) !== index) first.fail(column, `two options are named "${name}"`);
  }
  return names;
}

/** A continuation may leave the names out: the values tell how many options there are. */
function readContinuedOptionNames(row: Row): string[] {
  if (row.text('option1Value').toLowerCase() === 'default title') return [];
  const names = optionNameColumns.map((column) => row.text(column));
  const count = optionNameColumns.findLastIndex(
    (column, index) => row.isFilled(column) || row.isFilled(optionValueColumns[index] ?? column),
  );
  return names.slice(0, count + 1);
}
