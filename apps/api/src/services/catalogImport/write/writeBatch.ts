import { statement, type None } from '../../../db/statement.ts';
import { deriveImageJob } from '../../../jobs/media.derive.job.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { QueueService } from '../../queue.service.ts';
import { categoryKey, ensureCategories } from './ensureCategories.ts';
import { distinct } from '../plan/changes.ts';
import { ensureCollections } from './ensureCollections.ts';
import { matchVariants, type Matches } from '../plan/matchVariants.ts';
import type { CommitSlot } from './commitSlot.ts';
import { withOwnPictures } from '../plan/ownPictures.ts';
import { planProduct, type ProductPlan } from '../plan/planProduct.ts';
import { refusalOf } from '../refusal.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import { importLocation, writeStock, type StockOutcome } from './writeStock.ts';
import { loadProducts, type StoredProduct } from './loadProducts.ts';
import { writeRows } from './writeRows.ts';

/** The end of the run waits for the disk, and what it confirms was logged before it. */
const commitWithoutWaiting = statement('import.commitWithoutWaiting')<None>(
  `SELECT set_config('synchronous_commit', 'off', true)`,
);

interface BatchOptions {
  dryRun: boolean;
  /** Has the pictures fetched that these products only link to; called in a batch's transaction. */
  queuePictures: ((ctx: Context, productIds: readonly string[]) => Promise<unknown>) | undefined;
  queue: QueueService;
  /** Where stored pictures are found; without a slash at the end. */
  mediaUrl: string;
  /** Keys in our storage by the pictures' paths in the file. */
  storageKeys: ReadonlyMap<string, string>;
  /** Among the batches of its run. */
  slot: CommitSlot;
}

export interface WrittenBatch {
  plans: ProductPlan[];
  refused: RefusedProduct[];
  /** By the variant's id; of those whose stock was looked at. */
  stock: Map<string, StockOutcome>;
}

/** A product of which nothing can be written. */
interface RefusedProduct {
  read: ReadProduct;
  reason: string;
}

/** A product of the file beside what is there of it. */
interface Candidate {
  read: ReadProduct;
  stored: StoredProduct | undefined;
  matches: Matches;
}

/**
 * Writes a batch of products, each handle at most once, in the transaction that `ctx` is in.
 * @throws {commitOrderConflict} when the batch before it must be waited for outside of any transaction.
 */
export async function writeBatch(
  ctx: Context,
  batch: readonly ReadProduct[],
  options: BatchOptions,
): Promise<WrittenBatch> {
  const { slot } = options;
  slot.begin();
  await ctx.db.query(commitWithoutWaiting);
  const { candidates, refused } = await compare(ctx, batch, options.mediaUrl);
  const reads = candidates.map(({ read }) => read);

  const categories = await ensureCategories(
    ctx,
    reads.flatMap(({ product }) => (product.category ? [product.category] : [])),
    slot,
  );
  const collections = await ensureCollections(
    ctx,
    distinct(...reads.map(({ product }) => product.collections)),
    slot,
  );
  const hasQuantity = reads.some(({ product }) =>
    product.variants.some(({ inventoryQuantity }) => inventoryQuantity !== null),
  );
  const locationId = await importLocation(ctx, hasQuantity, slot);
  // In the file's order, as ids decide where creation times are the same: of what is listed newest
  // first, the file's last product is.
  const newIds = reads.map(() => newId('product')).toSorted();
  const plans = candidates.map(({ read, stored, matches }, index) => {
    const { category, collections: titles } = read.product;
    return planProduct(stored, read, matches, {
      newProductId: newIds[index] ?? '',
      categoryIds: category && [categories.get(categoryKey(category))].flatMap((id) => id ?? []),
      collectionIds: titles.flatMap((title) => collections.get(title) ?? []),
      storageKeys: options.storageKeys,
      locationId,
    });
  });
  slot.plan();
  await writeRows(ctx, plans);
  if (!options.dryRun) {
    await enqueueImages(ctx, plans, options.queue);
    const productIds = plans.map(({ row }) => row.id);
    await options.queuePictures?.(ctx, productIds);
  }
  await slot.waitToCommit();
  const stock = await writeStock(
    ctx,
    plans.flatMap(({ variants }) => variants.flatMap(({ stock }) => stock ?? [])),
    locationId,
  );
  return { plans, refused, stock: new Map(stock.map((level) => [level.variantId, level])) };
}

async function compare(
  ctx: Context,
  batch: readonly ReadProduct[],
  mediaUrl: string,
): Promise<{ candidates: Candidate[]; refused: RefusedProduct[] }> {
  const handles = batch.map(({ product }) => product.handle);
  const byHandle = new Map(
    (await ctx.db.query(loadProducts, { handles })).map((found) => [found.row.handle, found]),
  );
  const candidates: Candidate[] = [];
  const refused: RefusedProduct[] = [];
  for (const each of batch) {
    const stored = byHandle.get(each.product.handle);
    const read = withOwnPictures(each, stored, mediaUrl);
    const matches = matchVariants(stored, read);
    const reason = refusalOf(stored, read, matches);
    if (reason === null) candidates.push({ read, stored, matches });
    else refused.push({ read, reason });
  }
  return { candidates, refused };
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
