import type { PageEnds } from '../kernel/reply.ts';

/** The `Link` header (RFC 8288) of a page: the same query with another cursor. */
export function linkHeader(
  path: string,
  query: URLSearchParams,
  { nextCursor, prevCursor }: PageEnds,
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
