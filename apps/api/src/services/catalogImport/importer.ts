import { isRefusedData, isRetryable } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../utils/context.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';
import { inBatches, readAhead } from './batches.ts';
import { storePictures } from './pictures.ts';
import type { ProductPlan } from './planProduct.ts';
import type { ImportReport, Tally } from './report.ts';
import type { ReadItem, ReadProduct } from './shopifyCsv.ts';
import type { StockOutcome } from './stock.ts';
import { writeBatch, type WrittenBatch } from './writeBatch.ts';

export interface ImporterOptions {
  storage: StorageService;
  queue: QueueService;
  baseDir: string | null;
  dryRun: boolean;
  tally: Tally;
  /** Called after each batch. */
  onProgress: (report: ImportReport) => void;
  /** Ends the import after the batch that is being written. */
  signal: AbortSignal | undefined;
}

/** Thrown at the end of a dry run's transaction, so that it is rolled back. */
const rollback = new Error('dry run');

/** Writes what was read, batch by batch, and adds up the report. */
export class Importer {
  readonly #options: ImporterOptions;
  /** Handles whose rows the database refused; there are few. */
  readonly #refused = new Set<string>();

  constructor(options: ImporterOptions) {
    this.#options = options;
  }

  async run(ctx: Context, items: AsyncIterable<ReadItem>): Promise<ImportReport> {
    const { tally, signal, onProgress } = this.#options;
    for await (const batch of readAhead(inBatches(items, (row) => tally.reject(row)))) {
      if (signal?.aborted) {
        tally.report.aborted = true;
        break;
      }
      await this.#import(ctx, batch);
      onProgress(tally.report);
    }
    return tally.report;
  }

  async #import(ctx: Context, batch: readonly ReadProduct[]): Promise<void> {
    const pictures = await storePictures(ctx, batch, this.#options);
    for (const read of batch) {
      for (const { src } of read.product.images) {
        const reason = pictures.problems.get(src);
        if (reason !== undefined) this.#reject(read, reason);
      }
    }
    await this.#write(ctx, batch, pictures.keys);
  }

  /** A batch that the database refuses is halved until what it refuses stands alone. */
  async #write(
    ctx: Context,
    batch: readonly ReadProduct[],
    storageKeys: ReadonlyMap<string, string>,
  ): Promise<void> {
    let written;
    try {
      written = await this.#writeInTransaction(ctx, batch, storageKeys);
    } catch (error) {
      const [first, second] = batch;
      if (!(error instanceof Error) || !(isRefusedData(error) || isRetryable(error))) throw error;
      if (first === undefined) return;
      if (second === undefined) {
        this.#refused.add(first.product.handle);
        this.#reject(first, error.message);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.#write(ctx, batch.slice(0, middle), storageKeys);
      await this.#write(ctx, batch.slice(middle), storageKeys);
      return;
    }
    for (const read of written.orphans) this.#rejectOrphan(read);
    for (const plan of written.plans) this.#count(plan, written.stock);
  }

  async #writeInTransaction(
    ctx: Context,
    batch: readonly ReadProduct[],
    storageKeys: ReadonlyMap<string, string>,
  ): Promise<WrittenBatch> {
    const { dryRun, queue } = this.#options;
    const orphans = batch.filter(
      ({ continuation, product }) => continuation && this.#refused.has(product.handle),
    );
    const rest = batch.filter((read) => !orphans.includes(read));
    let written: WrittenBatch | undefined;
    try {
      await inTransaction(ctx, async (ctx) => {
        written = await writeBatch(ctx, rest, { dryRun, queue, storageKeys });
        if (dryRun) throw rollback;
      });
    } catch (error) {
      if (error !== rollback) throw error;
    }
    const { plans = [], stock = new Map<string, StockOutcome>() } = written ?? {};
    return { plans, stock, orphans: [...orphans, ...(written?.orphans ?? [])] };
  }

  #count(plan: ProductPlan, stock: ReadonlyMap<string, StockOutcome>): void {
    const { tally } = this.#options;
    const { products, variants, images } = tally.report;
    const { product, continuation } = plan.read;
    // A continuation belongs to a product that was counted before.
    if (!continuation) products[plan.change] += 1;
    for (const image of plan.images) images[image.change] += 1;
    for (const { row, change, draft } of plan.variants) {
      const level = stock.get(row.id);
      variants[change === 'unchanged' && level?.changed ? 'updated' : change] += 1;
      const message = level && noteOf(level);
      if (message) tally.note({ line: draft.line, handle: product.handle, message });
    }
    for (const row of plan.rejected) tally.reject(row);
  }

  #reject({ lines, product }: ReadProduct, reason: string): void {
    this.#options.tally.reject({
      kind: 'rejected',
      line: lines.first,
      handle: product.handle,
      reason,
    });
  }

  #rejectOrphan(read: ReadProduct): void {
    this.#reject(read, 'the product is not there: its first rows were rejected');
  }
}

/** What is told of a stock that is not what the file says. */
function noteOf({ wanted, onHand, reserved }: StockOutcome): string | undefined {
  if (wanted === null || wanted === onHand) return undefined;
  return onHand === 0
    ? `the quantity ${wanted} is below zero: the stock on hand is set to 0`
    : `orders hold ${reserved}: the stock on hand is ${onHand}, not ${wanted}`;
}
