import type { ProductDraft } from './productDraft.ts';
import type { RejectedRow } from './productGroup.ts';
import type { ReadItem, ReadProduct } from './shopifyCsv.ts';

const MAX_PRODUCTS = 100;
/** Variants and images together. */
const MAX_ROWS = 2000;
/** Characters: a description alone may have half a million, a picture's address two thousand. */
const MAX_TEXT = 2_000_000;

/**
 * Gathers what is written in one transaction: enough for statements to be worth their round trip,
 * and little enough to be held in memory and to keep nobody waiting for the rows. A handle that
 * comes again begins a new batch, since its second part adds to what the first has written.
 */
export async function* inBatches(
  items: AsyncIterable<ReadItem>,
  onRejected: (row: RejectedRow) => void,
): AsyncGenerator<ReadProduct[]> {
  let batch = new Map<string, ReadProduct>();
  let rows = 0;
  let text = 0;
  for await (const item of items) {
    if (item.kind === 'rejected') {
      onRejected(item);
      continue;
    }
    const { product } = item;
    const isFull = batch.size >= MAX_PRODUCTS || rows >= MAX_ROWS || text >= MAX_TEXT;
    if (batch.size > 0 && (isFull || batch.has(product.handle))) {
      yield [...batch.values()];
      batch = new Map();
      rows = 0;
      text = 0;
    }
    batch.set(product.handle, item);
    rows += product.variants.length + product.images.length;
    text += longTextOf(product);
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** Characters of what may be long; the rest of a product is short. */
function longTextOf({ descriptionHtml, metafields, images }: ProductDraft): number {
  const texts = [...Object.values(metafields), ...images.map(({ src }) => src)];
  return texts.reduce((sum, text) => sum + text.length, descriptionHtml.length);
}

/** Hands on what the source gives, while the source already prepares the next: it works as we wait. */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]();
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // It is awaited in the next turn, or not at all when nobody wants more.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return?.();
  }
}
