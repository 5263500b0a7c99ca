import { RowError } from '../errors.ts';
import { ImageList, readRowImage, readVariantImage } from './images.ts';
import { readOptionNames, specifiesOptions } from './optionNames.ts';
import { isGiftCard, type ProductColumns } from './productColumns.ts';
import type { LineNote, OptionDraft, ProductDraft, VariantDraft } from './productDraft.ts';
import type { Row } from './row.ts';
import {
  hasFirstVariant,
  hasVariant,
  optionNameColumns,
  optionValueColumns,
  readVariant,
} from './variantRow.ts';

/** Gathers variants, option values and images, row by row; a row is added whole or not at all. */
export class ProductBuilder {
  readonly #first: Row;
  readonly #options: OptionDraft[];
  readonly #specifiesOptions: boolean;
  readonly #variantDefaults: { defaultCurrency: string; giftCard: boolean };
  readonly #variants = new Map<string, VariantDraft>();
  readonly #images = new ImageList();
  readonly #notes: LineNote[] = [];
  #giftCard: boolean;

  /**
   * @param first the row that holds the product's own columns, one of `rows`.
   * @throws {RowError} for its options' names.
   */
  constructor(
    first: Row,
    rows: readonly Row[],
    defaults: { defaultCurrency: string; giftCard: boolean },
  ) {
    this.#first = first;
    this.#variantDefaults = defaults;
    this.#giftCard = defaults.giftCard;
    const described = rows.find((row) => this.isVariant(row));
    this.#specifiesOptions = specifiesOptions(rows);
    const names = this.#specifiesOptions
      ? readOptionNames(this.isVariant(first) ? first : (described ?? first), rows)
      : [];
    this.#options = names.map((name) => ({ name, values: [] }));
  }

  hasVariants(): boolean {
    return this.#variants.size > 0;
  }

  /** Whether the row is to describe a variant. */
  isVariant(row: Row): boolean {
    return row === this.#first ? hasFirstVariant(row) : hasVariant(row);
  }

  /** @throws {RowError} when the row is invalid; problems of its pictures become notes. */
  add(row: Row): void {
    const { picture, problem } = readRowImage(row);
    const isVariant = this.isVariant(row);
    if (isVariant) this.#addVariant(row);
    else if (row !== this.#first && !picture) this.#requireNothingLost(row, problem);
    if (problem !== undefined) this.#note(row, problem);
    if (picture === null && row.isFilled('imageAlt')) {
      const message = 'the alt text is left out: the row names no picture';
      this.#notes.push({ line: row.line, message });
    }
    if (picture) this.#images.add(picture, row.line, !isVariant && row !== this.#first);
  }

  toDrafts(): Omit<ProductDraft, keyof ProductColumns> & Pick<ProductDraft, 'giftCard'> {
    const variants = [...this.#variants.values()];
    for (const { imageSrc, line } of variants) {
      if (imageSrc === null) continue;
      this.#images.add({ src: imageSrc, position: Infinity, alt: '' }, line, false);
    }
    return {
      giftCard: this.#giftCard,
      options: this.#options,
      specifiesOptions: this.#specifiesOptions,
      variants,
      images: this.#images.toDrafts(),
      notes: this.#notes,
    };
  }

  #note(row: Row, { message, column }: RowError): void {
    const cell = column === undefined ? '' : `${column}: `;
    this.#notes.push({ line: row.line, message: `the picture is left out: ${cell}${message}` });
  }

  /** A row that only repeats the product's own cells says nothing, and is passed over. */
  #requireNothingLost(row: Row, problem: RowError | undefined): void {
    if (problem !== undefined) throw problem;
    if (row.saysMoreThan(this.#first)) {
      throw new RowError('the row has neither a variant nor an image');
    }
  }

  #addVariant(row: Row): void {
    const values = this.#readOptionValues(row);
    const key = this.#specifiesOptions ? JSON.stringify(values) : row.text('sku');
    const twin = this.#variants.get(key);
    if (twin !== undefined) {
      const which = values.length === 0 ? key.replace('[]', '') : values.join(' / ');
      const what = which === '' ? 'a product without options' : `"${which}"`;
      row.fail('option1Value', `${what} has its variant on line ${twin.line} already`);
    }
    const variant = readVariant(row, values, this.#variantDefaults);
    this.#giftCard ||= isGiftCard(row);
    const { picture, problem } = readVariantImage(row);
    if (problem !== undefined) this.#note(row, problem);
    const position = this.#variants.size + 1;
    this.#variants.set(key, { ...variant, position, imageSrc: picture ?? null });
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
