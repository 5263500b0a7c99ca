import { encodeCursor, type Position } from '../../utils/cursor.ts';
import type { ListRow } from './listSql.ts';

export interface Page {
  readonly rows: ListRow['products'];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

/** Cuts the row too many off and says how to go on, in both directions. */
export function pageOf(
  products: ListRow['products'],
  limit: number,
  position: Position | undefined,
  { secret, scope }: { secret: string; scope: string },
): Page {
  const isBack = position?.direction === 'prev';
  const hasExtra = products.length > limit;
  const rows = isBack ? products.slice(-limit) : products.slice(0, limit);
  // Where we came from there is something: that is where the cursor was given out.
  const hasMore = isBack ? rows.length > 0 : hasExtra;
  const hasLess = isBack ? hasExtra : position !== undefined && rows.length > 0;
  const cursorAt = (direction: Position['direction'], row: (typeof rows)[number] | undefined) =>
    row ? encodeCursor(secret, scope, { direction, id: row.product.id, keys: row.keys }) : null;
  return {
    rows,
    hasMore,
    nextCursor: hasMore ? cursorAt('next', rows.at(-1)) : null,
    prevCursor: hasLess ? cursorAt('prev', rows[0]) : null,
  };
}

/** The `Link` header (RFC 8288) of a page: the same query with another cursor. */
export function linkHeader(
  path: string,
  query: URLSearchParams,
  { nextCursor, prevCursor }: Pick<Page, 'nextCursor' | 'prevCursor'>,
): string {
  const linkTo = (rel: string, cursor: string | null) => {
    const target = new URLSearchParams(query);
    target.delete('cursor');
    if (cursor !== null) target.set('cursor', cursor);
    return `<${path}?${target.toString()}>; rel="${rel}"`;
  };
  return [
    linkTo('first', null),
    ...(prevCursor === null ? [] : [linkTo('prev', prevCursor)]),
    ...(nextCursor === null ? [] : [linkTo('next', nextCursor)]),
  ].join(', ');
}
