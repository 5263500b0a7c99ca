import { isRefusedData, isRetryable } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../utils/context.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';
import { inBatches, inTurns, readAhead, type Batch } from './batches.ts';
import { storePictures, type Pictures } from './pictures.ts';
import { overtaken, type Place } from './place.ts';
import type { ProductPlan } from './planProduct.ts';
import type { ImportReport, Tally } from './report.ts';
import type { ReadItem, ReadProduct } from './shopifyCsv.ts';
import type { StockOutcome } from './stock.ts';
import { inTurn } from './turn.ts';
import { writeBatch, type BatchOptions, type WrittenBatch } from './writeBatch.ts';

export interface ImporterOptions {
  storage: StorageService;
  queue: QueueService;
  baseDir: string | null;
  dryRun: boolean;
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

type Way = Pick<BatchOptions, 'place' | 'storageKeys'>;

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
    const { tally, onProgress } = this.#options;
    const turns = inTurns(inBatches(items, (row) => tally.reject(row)));
    const write = async ({ products, pictures }: Prepared, place: Place): Promise<void> => {
      this.#rejectPictures(products, pictures);
      await this.#write(ctx, products, { place, storageKeys: pictures.keys });
      onProgress(tally.report);
    };
    for await (const turn of readAhead(this.#withPictures(ctx, turns))) {
      if (!this.#mayGoOn()) break;
      await inTurn(ctx, turn, write, () => this.#mayGoOn());
    }
    return tally.report;
  }

  #mayGoOn(): boolean {
    const { tally, signal } = this.#options;
    if (signal?.aborted) tally.report.aborted = true;
    return !signal?.aborted;
  }

  /** Pictures are stored before their turn comes: nobody else's import waits for a storage. */
  async *#withPictures(ctx: Context, turns: AsyncIterable<Batch[]>): AsyncGenerator<Prepared[]> {
    for await (const turn of turns) {
      const prepared: Prepared[] = [];
      for (const { products } of turn) {
        prepared.push({ products, pictures: await storePictures(ctx, products, this.#options) });
      }
      yield prepared;
    }
  }

  #rejectPictures(products: readonly ReadProduct[], { problems }: Pictures): void {
    for (const read of products) {
      for (const { src } of read.product.images) {
        const reason = problems.get(src);
        if (reason !== undefined) this.#reject(read, reason);
      }
    }
  }

  /** A batch that the database refuses is halved until what it refuses stands alone. */
  async #write(ctx: Context, batch: readonly ReadProduct[], way: Way): Promise<void> {
    let written;
    try {
      written = await this.#writeInTransaction(ctx, batch, way);
    } catch (error) {
      if (error === overtaken) {
        await way.place.giveWay();
        await this.#write(ctx, batch, way);
        return;
      }
      const [first, second] = batch;
      if (!(error instanceof Error) || !(isRefusedData(error) || isRetryable(error))) throw error;
      if (first === undefined) return;
      if (second === undefined) {
        this.#refused.add(first.product.handle);
        this.#reject(first, error.message);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.#write(ctx, batch.slice(0, middle), way);
      await this.#write(ctx, batch.slice(middle), way);
      return;
    }
    for (const read of written.orphans) this.#rejectOrphan(read);
    for (const plan of written.plans) this.#count(plan, written.stock);
  }

  async #writeInTransaction(
    ctx: Context,
    batch: readonly ReadProduct[],
    way: Way,
  ): Promise<WrittenBatch> {
    const { dryRun, queue } = this.#options;
    const orphans = batch.filter(
      ({ continuation, product }) => continuation && this.#refused.has(product.handle),
    );
    const rest = batch.filter((read) => !orphans.includes(read));
    let written: WrittenBatch | undefined;
    try {
      await inTransaction(ctx, async (ctx) => {
        written = await writeBatch(ctx, rest, { dryRun, queue, ...way });
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
