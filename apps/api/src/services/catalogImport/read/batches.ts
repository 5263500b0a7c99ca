import type { ProductDraft } from './productDraft.ts';
import type { RejectedRow } from './productGroup.ts';
import type { ReadItem, ReadProduct } from './shopifyCsv.ts';

const MAX_PRODUCTS = 100;
/** Variants and images together. */
const MAX_ROWS = 2000;
/** Characters: a description alone may have half a million, a picture's address two thousand. */
const MAX_TEXT = 2_000_000;

/** The limits of a run: at its end one processor waits for the other, and all of it is in memory. */
const RUN = { batches: 16, rows: 5000, text: 1_000_000 };

/** What is written in one transaction. */
export interface Batch {
  products: ReadProduct[];
  rows: number;
  text: number;
}

/**
 * Gathers what is written in one transaction: enough for statements to be worth their round trip,
 * and little enough to be held in memory and to lock its rows for a short time.
 */
export async function* inBatches(
  items: AsyncIterable<ReadItem>,
  onRejected: (row: RejectedRow) => void,
): AsyncGenerator<Batch> {
  let batch: Batch = { products: [], rows: 0, text: 0 };
  for await (const item of items) {
    if (item.kind === 'rejected') {
      onRejected(item);
      continue;
    }
    if (isLarge(batch)) {
      yield batch;
      batch = { products: [], rows: 0, text: 0 };
    }
    const { product } = item;
    batch.products.push(item);
    batch.rows += product.variants.length + product.images.length;
    batch.text += longTextOf(product);
  }
  if (batch.products.length > 0) yield batch;
}

/** Gathers the batches that are written in one run. */
export async function* inRuns(batches: AsyncIterable<Batch>): AsyncGenerator<Batch[]> {
  let run: Batch[] = [];
  for await (const batch of batches) {
    if (isFull(run)) {
      yield run;
      run = [];
    }
    run.push(batch);
  }
  if (run.length > 0) yield run;
}

function isFull(run: readonly Batch[]): boolean {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return (
    run.length >= RUN.batches ||
    sum(run.map(({ rows }) => rows)) >= RUN.rows ||
    sum(run.map(({ text }) => text)) >= RUN.text
  );
}

function isLarge({ products, rows, text }: Batch): boolean {
  return products.length >= MAX_PRODUCTS || rows >= MAX_ROWS || text >= MAX_TEXT;
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
      // Awaited in the next iteration, or not at all when the reader stops.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return?.();
  }
}
