import { statement, type Statement } from '../../db/client.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import type { Context } from '../../utils/context.ts';
import { newId } from '../../utils/ids.ts';
import type { QueueService } from '../queue.service.ts';
import { categoryKey, ensureCategories } from './categories.ts';
import { distinct, type Change } from './changes.ts';
import { ensureCollections } from './collections.ts';
import { planProduct, type LinkPlan, type ProductPlan } from './planProduct.ts';
import type { ReadProduct } from './shopifyCsv.ts';
import * as sql from './statements.ts';
import { importLocation, writeStock, type StockOutcome } from './stock.ts';
import { loadProducts } from './stored.ts';

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

/** In the order of the foreign keys. */
async function writeRows(ctx: Context, plans: readonly ProductPlan[]): Promise<void> {
  const send = async (statement: Statement<object>, rows: readonly object[]): Promise<void> => {
    if (rows.length > 0) await ctx.db.execute(statement, [JSON.stringify(rows)]);
  };
  const changed = (items: readonly { change: Change; row: object }[]) =>
    items.filter(({ change }) => change !== 'unchanged').map(({ row }) => row);

  await send(sql.writeProducts, changed(plans));
  const removed = plans.flatMap(({ options }) => options.remove);
  if (removed.length > 0) await ctx.db.execute(sql.removeOptions, [removed]);
  await send(
    sql.writeOptions,
    plans.flatMap(({ options }) => options.write),
  );
  await send(sql.writeImages, changed(plans.flatMap(({ images }) => images)));
  const variants = plans.flatMap((plan) => plan.variants);
  await send(sql.writeVariants, changed(variants));
  await send(
    sql.writePrices,
    variants.flatMap(({ prices }) => prices),
  );
  await writeLinks(ctx, plans, ({ categories }) => categories, {
    add: sql.addCategories,
    remove: sql.removeCategories,
  });
  await writeLinks(ctx, plans, ({ collections }) => collections, {
    add: sql.addCollections,
    remove: sql.removeCollections,
  });
}

async function writeLinks(
  ctx: Context,
  plans: readonly ProductPlan[],
  linksOf: (plan: ProductPlan) => LinkPlan,
  statements: Record<keyof LinkPlan, Statement<object>>,
): Promise<void> {
  for (const kind of ['remove', 'add'] as const) {
    const pairs = plans.flatMap((plan) =>
      linksOf(plan)[kind].map((id) => ({ product: plan.row.id, id })),
    );
    if (pairs.length === 0) continue;
    await ctx.db.execute(statements[kind], [
      pairs.map(({ product }) => product),
      pairs.map(({ id }) => id),
    ]);
  }
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
