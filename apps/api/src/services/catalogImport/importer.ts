import { isRefusedData, isRetryable } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';
import { inBatches, inRuns, readAhead, type Batch } from './read/batches.ts';
import { missingPictures, storePictures, type Pictures } from './write/storePictures.ts';
import { commitOrderConflict, type CommitSlot } from './write/commitSlot.ts';
import type { ProductPlan } from './plan/planProduct.ts';
import type { ImportReport, Tally } from './report.ts';
import type { ReadItem, ReadProduct } from './read/shopifyCsv.ts';
import { Statistics } from './write/refreshStatistics.ts';
import type { StockOutcome } from './write/writeStock.ts';
import { commitInOrder } from './write/commitInOrder.ts';
import { writeBatch, type WrittenBatch } from './write/writeBatch.ts';

interface ImporterOptions {
  storage: StorageService;
  queue: QueueService;
  /** Where stored pictures are found; without a slash at the end. */
  mediaUrl: string;
  baseDir: string | null;
  dryRun: boolean;
  /** Has the pictures fetched that these products only link to; called in a batch's transaction. */
  queuePictures: ((ctx: Context, productIds: readonly string[]) => Promise<unknown>) | undefined;
  tally: Tally;
  /** Called after each batch. */
  onProgress: (report: ImportReport) => void;
  /** Ends the import after the batches that are being written. */
  signal: AbortSignal | undefined;
}

/** A batch with the pictures that it names. */
interface Prepared {
  products: ReadProduct[];
  pictures: Pictures;
}

interface BatchResources {
  slot: CommitSlot;
  pictures: Pictures;
}

/** Thrown at the end of a dry run's transaction, so that it is rolled back. */
const rollback = new Error('dry run');

/** Writes what was read, batch by batch, and adds up the report. */
export class Importer {
  readonly #options: ImporterOptions;

  constructor(options: ImporterOptions) {
    this.#options = options;
  }

  /** Whatever ends it, statistics are in step with what was written. */
  async run(ctx: Context, items: AsyncIterable<ReadItem>): Promise<ImportReport> {
    const { report } = this.#options.tally;
    const statistics = new Statistics(ctx, report);
    try {
      await this.#writeAll(ctx, items, statistics);
    } catch (error) {
      // The first error ended the import, so that one is thrown.
      await statistics.settle().catch(() => undefined);
      throw error;
    }
    await statistics.settle();
    return report;
  }

  async #writeAll(
    ctx: Context,
    items: AsyncIterable<ReadItem>,
    statistics: Statistics,
  ): Promise<void> {
    const { tally, onProgress } = this.#options;
    const runs = inRuns(inBatches(items, (row) => tally.reject(row)));
    const write = async ({ products, pictures }: Prepared, slot: CommitSlot): Promise<void> => {
      await this.#write(ctx, products, { slot, pictures });
      onProgress(tally.report);
    };
    for await (const run of readAhead(this.#withPictures(ctx, runs))) {
      if (!this.#shouldContinue()) break;
      await commitInOrder(ctx, run, write, () => this.#shouldContinue());
      await statistics.keepUp();
    }
  }

  #shouldContinue(): boolean {
    const { tally, signal } = this.#options;
    if (signal?.aborted) tally.report.aborted = true;
    return !signal?.aborted;
  }

  /**
   * Stores pictures before the batch holds the import lock, so that no other import waits for a
   * storage.
   */
  async *#withPictures(ctx: Context, runs: AsyncIterable<Batch[]>): AsyncGenerator<Prepared[]> {
    for await (const run of runs) {
      const prepared: Prepared[] = [];
      for (const { products } of run) {
        prepared.push({ products, pictures: await storePictures(ctx, products, this.#options) });
      }
      yield prepared;
    }
  }

  /** Halves a batch that the database refuses until the refused product is alone in it. */
  async #write(
    ctx: Context,
    batch: readonly ReadProduct[],
    resources: BatchResources,
  ): Promise<void> {
    let written;
    try {
      written = await this.#writeInTransaction(ctx, batch, resources);
    } catch (error) {
      if (error === commitOrderConflict) {
        await resources.slot.waitForPredecessor();
        await this.#write(ctx, batch, resources);
        return;
      }
      const [first, second] = batch;
      if (!(error instanceof Error) || !(isRefusedData(error) || isRetryable(error))) throw error;
      if (first === undefined) return;
      if (second === undefined) {
        this.#reject(first, error.message);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.#write(ctx, batch.slice(0, middle), resources);
      await this.#write(ctx, batch.slice(middle), resources);
      return;
    }
    for (const { read, reason } of written.refused) this.#reject(read, reason);
    for (const plan of written.plans) this.#count(plan, written.stock, resources.pictures);
  }

  async #writeInTransaction(
    ctx: Context,
    batch: readonly ReadProduct[],
    resources: BatchResources,
  ): Promise<WrittenBatch> {
    const { dryRun, queuePictures, queue, mediaUrl } = this.#options;
    const { slot, pictures } = resources;
    let written: WrittenBatch | undefined;
    try {
      await inTransaction(ctx, async (ctx) => {
        written = await writeBatch(ctx, batch, {
          dryRun,
          queuePictures,
          queue,
          mediaUrl,
          slot,
          storageKeys: pictures.keys,
        });
        if (dryRun) throw rollback;
      });
    } catch (error) {
      if (error !== rollback) throw error;
    }
    return written ?? { plans: [], refused: [], stock: new Map() };
  }

  #count(
    plan: ProductPlan,
    stock: ReadonlyMap<string, StockOutcome>,
    { problems }: Pictures,
  ): void {
    const { tally } = this.#options;
    const { products, variants, images } = tally.report;
    const { handle, published } = plan.read.product;
    products[plan.change] += 1;
    if (!published) tally.report.unpublished += 1;
    for (const image of plan.images) images[image.change] += 1;
    for (const { row, change, draft } of plan.variants) {
      const level = stock.get(row.id);
      variants[change === 'unchanged' && level?.changed ? 'updated' : change] += 1;
      const message = level && noteOf(level);
      if (message) tally.note({ line: draft.line, handle, message });
    }
    for (const note of plan.notes) tally.note({ ...note, handle });
    for (const row of plan.rejected) tally.reject(row);
    for (const { line, reason, isLost } of missingPictures(plan, problems)) {
      if (isLost) tally.reject({ kind: 'rejected', line, handle, reason });
      else tally.note({ line, handle, message: `the picture is left out: ${reason}` });
    }
  }

  #reject({ lines, product: { handle } }: ReadProduct, reason: string): void {
    for (const line of lines)
      this.#options.tally.reject({ kind: 'rejected', line, handle, reason });
  }
}

/** The note about a stock that differs from the file. */
function noteOf({ wanted, onHand, reserved }: StockOutcome): string | undefined {
  if (wanted === null || wanted === onHand) return undefined;
  return onHand === 0
    ? `the quantity ${wanted} is below zero: the stock on hand is set to 0`
    : `orders hold ${reserved}: the stock on hand is ${onHand}, not ${wanted}`;
}
