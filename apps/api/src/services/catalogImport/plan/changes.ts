import { isDeepStrictEqual } from 'node:util';
import type { Column, Columns } from '../read/columns.ts';

export type Change = 'created' | 'updated' | 'unchanged';

/** How a row differs from what is stored. */
export function changeOf(stored: object | undefined, next: object): Change {
  if (stored === undefined) return 'created';
  return isDeepStrictEqual(stored, next) ? 'unchanged' : 'updated';
}

/** The columns of the file that decide each field of a row; a field that is not listed is always the file's. */
export type DecidedBy<Row> = { readonly [Field in keyof Row]?: readonly Column[] };

/** The row with the stored value in each field about which the file has no column. */
export function keepUnspecified<Row extends object>(
  next: Row,
  stored: Row | undefined,
  columns: Columns,
  decidedBy: DecidedBy<Row>,
): Row {
  if (stored === undefined) return next;
  const row = { ...next };
  for (const field in decidedBy) {
    const said = decidedBy[field]?.some((column) => columns.known.has(column)) ?? true;
    if (!said) row[field] = stored[field];
  }
  return row;
}

/** The distinct items in the order in which they first come. */
export function distinct<T>(...lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}

/**
 * Whether the file has all stored rows, speaks of their order (`isOrdered`), and has them in another one
 * than they are in, so that its order is the order; else the rows keep their places and new ones come
 * after the `last`.
 */
export function placesOf<Row extends { position: number }>(
  stored: readonly Row[] = [],
  mentioned: readonly (Row | undefined)[],
  isOrdered: boolean,
): { isWhole: boolean; last: number } {
  return {
    isWhole:
      isOrdered &&
      stored.every((row) => mentioned.includes(row)) &&
      !isDeepStrictEqual(stored, mentioned),
    last: Math.max(0, ...stored.map(({ position }) => position)),
  };
}
