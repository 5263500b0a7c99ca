import type { Column, Columns } from './columns.ts';
import { RowError } from '../errors.ts';
import { withoutGuard } from './guard.ts';

/** PostgreSQL's INTEGER, the type of quantities and weights. */
const MAX_INTEGER = 2_147_483_647;

/** As people, Shopify, and spreadsheets in other languages write them. */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...words('true t yes y 1 on wahr vrai verdadero verdadeiro vero waar', true),
  ...words('false f no n 0 off falsch faux falso onwaar', false),
]);

function words(list: string, value: boolean): [string, boolean][] {
  return list.split(' ').map((word) => [word, value]);
}

/** One row of the file with typed access to its cells; every reader throws RowError for a bad cell. */
export class Row {
  readonly line: number;
  readonly columns: Columns;
  readonly #fields: readonly string[];

  constructor(columns: Columns, line: number, fields: readonly string[]) {
    this.columns = columns;
    this.line = line;
    this.#fields = fields;
  }

  /** Characters that the row holds. */
  get size(): number {
    return this.#fields.reduce((sum, field) => sum + field.length, 0);
  }

  has(column: Column): boolean {
    return this.columns.known.has(column);
  }

  /** Whether the file has the column and the row a value in it, be it good or bad. */
  isFilled(column: Column): boolean {
    const index = this.columns.known.get(column);
    return index !== undefined && this.isFilledAt(index);
  }

  isFilledAt(index: number): boolean {
    return (this.#fields[index]?.trim() ?? '') !== '';
  }

  /** The cell without padding and an exporter's guard; '' when it is blank or the file has no such column. */
  text(column: Column, maxLength = 255): string {
    const index = this.columns.known.get(column);
    return index === undefined ? '' : this.textAt(index, maxLength);
  }

  textOrNull(column: Column, maxLength = 255): string | null {
    return this.text(column, maxLength) || null;
  }

  textAt(index: number, maxLength = 255): string {
    const value = this.#valueAt(index);
    if (value.length > maxLength) {
      const reason = `the value has ${value.length} characters, at most ${maxLength} are allowed`;
      throw new RowError(reason, this.columns.names[index]);
    }
    return value;
  }

  boolean(column: Column, whenBlank: boolean): boolean {
    const value = this.text(column).toLowerCase();
    if (value === '') return whenBlank;
    return booleans.get(value) ?? this.fail(column, `"${value}" is neither TRUE nor FALSE`);
  }

  /** A whole number, also when written "5.0" as spreadsheets do; null when blank. */
  integer(column: Column): number | null {
    const value = this.text(column);
    if (value === '') return null;
    const number = /^-?\d+(?:\.0*)?$/.test(value) ? Number(value) : NaN;
    if (Number.isNaN(number)) return this.fail(column, `"${value}" is not a whole number`);
    if (Math.abs(number) > MAX_INTEGER) return this.fail(column, `"${value}" is too large`);
    return number === 0 ? 0 : number;
  }

  /** A measure of zero or more, rounded to a whole number of `unit` (a factor); null when blank. */
  measure(column: Column, unit: number): number | null {
    const value = this.text(column);
    if (value === '') return null;
    const number = /^\d+(?:\.\d*)?$/.test(value) ? Math.round(Number(value) * unit) : NaN;
    if (Number.isNaN(number)) return this.fail(column, `"${value}" is not a weight`);
    if (number > MAX_INTEGER) return this.fail(column, `"${value}" is too large`);
    return number;
  }

  /** Whether a cell that we read, but for the handle, says something that `other` does not. */
  saysMoreThan(other: Row): boolean {
    const { known, currencies, metafields } = this.columns;
    const indexes = [
      ...known.values(),
      ...[...currencies, ...metafields].map(({ index }) => index),
    ];
    return indexes.some((index) => {
      if (index === known.get('handle')) return false;
      const value = this.#valueAt(index);
      return value !== '' && value !== other.#valueAt(index);
    });
  }

  #valueAt(index: number): string {
    return withoutGuard(this.#fields[index]?.trim() ?? '');
  }

  fail(column: Column, reason: string): never {
    const index = this.columns.known.get(column);
    throw new RowError(reason, index === undefined ? undefined : this.columns.names[index]);
  }
}
