import { decodeCursor, encodeCursor, type Position } from './cursor.ts';

/** A page of a list that is walked with cursors. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

interface PageOptions<Row> {
  readonly limit: number;
  /** Where the page begins; undefined for the first. */
  readonly position: Position | undefined;
  /** Where a row lies in the list. */
  readonly placeOf: (row: Row) => Omit<Position, 'direction'>;
  /** By which cursors are signed, and for which list. */
  readonly secret: string;
  readonly scope: string;
}

/** Removes the surplus row and returns the cursors in both directions. */
export function pageOf<Row>(
  found: readonly Row[],
  { limit, position, placeOf, secret, scope }: PageOptions<Row>,
): Page<Row> {
  const isBack = position?.direction === 'prev';
  const hasExtra = found.length > limit;
  const rows = isBack ? found.slice(-limit) : found.slice(0, limit);
  // Where we came from there is something: that is where the cursor was given out.
  const hasMore = isBack ? rows.length > 0 : hasExtra;
  const hasLess = isBack ? hasExtra : position !== undefined && rows.length > 0;
  const cursorAt = (direction: Position['direction'], row: Row | undefined) =>
    row ? encodeCursor(secret, scope, { direction, ...placeOf(row) }) : null;
  return {
    rows,
    hasMore,
    nextCursor: hasMore ? cursorAt('next', rows.at(-1)) : null,
    prevCursor: hasLess ? cursorAt('prev', rows[0]) : null,
  };
}

/** A list in the order of its ids, newest first, as administration reads it. */
interface IdList {
  /** Signs its cursors. */
  readonly secret: string;
  /** What its cursors are good for. */
  readonly name: string;
}

export interface IdListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The rows that a page needs: a number of rows before or after an id. */
export interface IdRange {
  /** Null: from the newest. */
  readonly id: string | null;
  /** Whether newer ones are wanted, which then come oldest first. */
  readonly isBack: boolean;
  readonly take: number;
}

/**
 * Reads a page of such a list. Every parameter but the cursor belongs to its scope.
 * @throws {AppError} invalid_cursor
 */
export function readIdPage<Row extends { id: string }>(
  list: IdList,
  query: IdListQuery,
  read: (range: IdRange) => Promise<Row[]>,
) {
  return readPage(list, query, {
    placeOf: ({ id }: Row) => ({ id, keys: [] }),
    read: (position, take) =>
      read({ id: position?.id ?? null, isBack: position?.direction === 'prev', take }),
  });
}

/** How a list in another order is read. */
interface PageReader<Row> {
  /** Where a row lies in the list. */
  readonly placeOf: (row: Row) => Omit<Position, 'direction'>;
  /** `take` rows from a position on, in the direction of that; from the first where there is none. */
  readonly read: (position: Position | undefined, take: number) => Promise<Row[]>;
}

/**
 * Reads a page of a list in any order. Every parameter but the cursor belongs to its scope.
 * @throws {AppError} invalid_cursor
 */
export async function readPage<Row>(
  { secret, name }: IdList,
  query: IdListQuery,
  { placeOf, read }: PageReader<Row>,
) {
  const { cursor, limit, ...filters } = query;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const scope = JSON.stringify([name, given]);
  const position = cursor === undefined ? undefined : decodeCursor(secret, scope, cursor);
  const found = await read(position, limit + 1);
  const inOrder = position?.direction === 'prev' ? found.toReversed() : found;
  const { rows, ...ends } = pageOf(inOrder, { limit, position, placeOf, secret, scope });
  return { rows, meta: { limit, ...ends } };
}
