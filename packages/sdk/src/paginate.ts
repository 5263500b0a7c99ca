/** A page of a list. */
export interface Page<T> {
  data: T[];
  meta: { nextCursor: string | null };
}

/**
 * Everything in a list, page after page; the next page is asked for when the last item of the one
 * before has been taken.
 * @param pageAt asks for the page at a cursor; the first has none
 * @param from where to begin, when not at the first page
 */
export async function* paginate<T>(
  pageAt: (cursor: string | undefined) => Promise<Page<T>>,
  from?: string,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined = from;
  do {
    const { data, meta } = await pageAt(cursor);
    yield* data;
    cursor = meta.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
