import type { Row } from './row.ts';
import { optionNameColumns, optionValueColumns } from './variantRow.ts';

/** Whether a product's rows say anything of its options, in a file with a column for their values. */
export function specifiesOptions(rows: readonly Row[]): boolean {
  const columns = [...optionNameColumns, ...optionValueColumns];
  return rows.some(
    (row) => row.has('option1Value') && columns.some((column) => row.isFilled(column)),
  );
}

/**
 * The names of a product's options: those of `first`, or of the first row below that has one; none
 * when its value is `Default Title`, which is how Shopify writes a product with a single variant. In a
 * file without names they are empty.
 * @param first a row that has as many options as the product.
 * @throws {RowError} for an option without a name, and for two of the same.
 */
export function readOptionNames(first: Row, rows: readonly Row[]): string[] {
  if (first.text('option1Value').toLowerCase() === 'default title') return [];
  const count = optionNameColumns.findLastIndex(
    (column, index) =>
      first.isFilled(column) || first.isFilled(optionValueColumns[index] ?? column),
  );
  const names = optionNameColumns.slice(0, count + 1).map((column) => {
    const named = [first, ...rows].find((row) => row.isFilled(column)) ?? first;
    return named.text(column);
  });
  for (const [index, name] of names.entries()) {
    const column = optionNameColumns[index] ?? 'option1Name';
    if (name === '' && first.has(column)) first.fail(column, 'the option has no name');
    if (name !== '' && names.indexOf(name) !== index) {
      first.fail(column, `two options are named "${name}"`);
    }
  }
  return names;
}
