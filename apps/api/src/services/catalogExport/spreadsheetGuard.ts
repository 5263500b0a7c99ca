/** What a spreadsheet runs as a formula, tabs and line ends before it included. */
const FORMULA = /^[\s]*[=+\-@]/;

/** What is only a number: a spreadsheet computes nothing from it. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * The cell with an apostrophe before what a spreadsheet would run (`=1+1`, `-10+A1`, `@SUM(…)`). The
 * import takes it away again.
 */
export function guardCell(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
