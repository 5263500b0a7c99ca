/** A page of a list. */
export interface Page<T> {
  data: T[];
  meta: { nextCursor: string | null };
}

/**
 * All items of a list, page after page; the next page is requested after the last item of the previous
 * one.
 * @param pageAt requests the page at a cursor; the first has none
 * @param from the cursor of the first page to read, by default the first page
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
