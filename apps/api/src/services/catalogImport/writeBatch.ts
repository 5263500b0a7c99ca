import { statement } from '../../db/client.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import type { Context } from '../../utils/context.ts';
import { newId } from '../../utils/ids.ts';
import type { QueueService } from '../queue.service.ts';
import { categoryKey, ensureCategories } from './categories.ts';
import { distinct } from './changes.ts';
import { ensureCollections } from './collections.ts';
import { planProduct, type ProductPlan } from './planProduct.ts';
import type { ReadProduct } from './shopifyCsv.ts';
import { importLocation, writeStock, type StockOutcome } from './stock.ts';
import { loadProducts } from './stored.ts';
import { writeRows } from './writeRows.ts';

/** Held until the transaction ends, so that two imports take turns and never meet in a row. */
const lockImports = statement(
  'import.lock',
  `SELECT pg_advisory_xact_lock(hashtext('catalogImport'))`,
);

export interface BatchOptions {
  dryRun: boolean;
  queue: QueueService;
  /** Keys in our storage by the pictures' paths in the file. */
  storageKeys: ReadonlyMap<string, string>;
}

export interface WrittenBatch {
  plans: ProductPlan[];
  /** Continuations of products that are not there. */
  orphans: ReadProduct[];
  /** By the variant's id; of those whose stock was looked at. */
  stock: Map<string, StockOutcome>;
}

/** Writes a batch of products, each handle at most once, in the transaction that `ctx` is in. */
export async function writeBatch(
  ctx: Context,
  batch: readonly ReadProduct[],
  options: BatchOptions,
): Promise<WrittenBatch> {
  await ctx.db.query(lockImports);
  const handles = batch.map(({ product }) => product.handle);
  const stored = new Map(
    (await ctx.db.query(loadProducts, [handles])).map((found) => [found.row.handle, found]),
  );
  // In a dry run the beginning was taken back, and a continuation stands for the whole.
  const orphans = batch.filter(
    ({ continuation, product }) => continuation && !options.dryRun && !stored.has(product.handle),
  );
  const reads = batch.filter((read) => !orphans.includes(read));

  const categories = await ensureCategories(
    ctx,
    reads.flatMap(({ product }) => (product.category ? [product.category] : [])),
  );
  const collections = await ensureCollections(
    ctx,
    distinct(...reads.map(({ product }) => product.collections)),
  );
  const hasQuantity = reads.some(({ product }) =>
    product.variants.some(({ inventoryQuantity }) => inventoryQuantity !== null),
  );
  const locationId = await importLocation(ctx, hasQuantity);
  // In the file's order, as ids decide where creation times are the same: of what is listed newest
  // first, the file's last product is.
  const newIds = reads.map(() => newId('product')).toSorted();
  const plans = reads.map((read, index) => {
    const { handle, category, collections: titles } = read.product;
    return planProduct(stored.get(handle), read, {
      newProductId: newIds[index] ?? '',
      categoryId: (category && categories.get(categoryKey(category))) ?? null,
      collectionIds: titles.flatMap((title) => collections.get(title) ?? []),
      storageKeys: options.storageKeys,
      locationId,
    });
  });
  await writeRows(ctx, plans);
  if (!options.dryRun) await enqueueImages(ctx, plans, options.queue);
  const stock = await writeStock(
    ctx,
    plans.flatMap(({ variants }) => variants.flatMap(({ stock }) => stock ?? [])),
    locationId,
  );
  return { plans, orphans, stock: new Map(stock.map((level) => [level.variantId, level])) };
}

async function enqueueImages(
  ctx: Context,
  plans: readonly ProductPlan[],
  queue: QueueService,
): Promise<void> {
  for (const { row, hasNewFile } of plans.flatMap(({ images }) => images)) {
    if (!hasNewFile) continue;
    const jobKey = `${deriveImageJob.name}:${row.id}`;
    await queue.enqueue(ctx, deriveImageJob, { imageId: row.id }, { jobKey });
  }
}
