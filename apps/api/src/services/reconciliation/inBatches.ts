/** Rows that are looked up at a time. */
const BATCH = 200;

/** The members of a list in arrays of at most 200; none for a list without members. */
export async function* inBatches<T>(list: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const member of list) {
    batch.push(member);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
