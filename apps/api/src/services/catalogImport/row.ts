import type { Column, Columns } from './columns.ts';
import { RowError } from './errors.ts';

/** PostgreSQL's INTEGER, the type of quantities and weights. */
const MAX_INTEGER = 2_147_483_647;

/** One row of the file with typed access to its cells; every reader throws RowError for a bad cell. */
export class Row {
  readonly line: number;
  readonly lastLine: number;
  readonly columns: Columns;
  readonly #fields: readonly string[];

  constructor(columns: Columns, line: number, lastLine: number, fields: readonly string[]) {
    this.columns = columns;
    this.line = line;
    this.lastLine = lastLine;
    this.#fields = fields;
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

  /** The cell without padding; '' when it is blank or the file has no such column. */
  text(column: Column, maxLength = 255): string {
    const index = this.columns.known.get(column);
    return index === undefined ? '' : this.textAt(index, maxLength);
  }

  textOrNull(column: Column, maxLength = 255): string | null {
    return this.text(column, maxLength) || null;
  }

  textAt(index: number, maxLength = 255): string {
    const value = this.#fields[index]?.trim() ?? '';
    if (value.length > maxLength) {
      const reason = `the value has ${value.length} characters, at most ${maxLength} are allowed`;
      throw new RowError(reason, this.columns.names[index]);
    }
    return value;
  }

  boolean(column: Column, whenBlank: boolean): boolean {
    const value = this.text(column).toLowerCase();
    if (value === '') return whenBlank;
    if (value === 'true' || value === 'yes' || value === '1') return true;
    if (value === 'false' || value === 'no' || value === '0') return false;
    return this.fail(column, `"${value}" is neither TRUE nor FALSE`);
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

  fail(column: Column, reason: string): never {
    const index = this.columns.known.get(column);
    throw new RowError(reason, index === undefined ? undefined : this.columns.names[index]);
  }
}
