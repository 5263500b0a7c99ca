import type { Readable } from 'node:stream';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';
import { CatalogFileError } from './errors.ts';
import { Importer } from './importer.ts';
import type { RejectedRow } from './read/productGroup.ts';
import { readShopifyProducts } from './read/shopifyCsv.ts';
import { surveyFile } from './read/survey.ts';
import { Tally, type ImportNote, type ImportReport } from './report.ts';

export interface ImportDeps {
  storage: StorageService;
  queue: QueueService;
  /** Where stored pictures are found; without a slash at the end. */
  mediaUrl: string;
}

export interface ImportOptions {
  /** ISO 4217; the currency of the columns that name none. */
  currency: string;
  /** Find out what would happen, and change nothing. */
  dryRun?: boolean;
  /** The folder that pictures' relative paths start from; without it they are rejected. */
  baseDir?: string;
  /** Called after each batch with the report so far. */
  onProgress?: (report: ImportReport) => void;
  /** Called for each row as it is rejected; the report keeps the first thousand. */
  onRejected?: (row: RejectedRow) => void;
  onNote?: (note: ImportNote) => void;
  /** Has the pictures fetched that these products only link to; called in a batch's transaction. */
  queuePictures?: (ctx: Context, productIds: readonly string[]) => Promise<unknown>;
  /** Ends the import after the batches that are being written. */
  signal?: AbortSignal;
}

/**
 * Imports Shopify's product CSV. Products are matched by their handle, variants by their option
 * values (otherwise by their SKU), and written only where they differ, so that an import can be
 * repeated. What the file does not mention stays as it is.
 *
 * The file is scanned once for products whose rows are scattered, and then read again while it
 * is written, a batch of products at a time; each batch is a transaction. Two batches are
 * written at a time and committed in the file's order. Concurrent imports alternate. An invalid
 * row is rejected and reported, and stops no other.
 * @param open returns the file from its beginning; it is read twice, or more often when many of
 *   its rows are scattered.
 * @throws {AppError} validation_failed when the file as a whole cannot be read.
 */
export async function importCatalog(
  deps: ImportDeps,
  ctx: Context,
  open: () => Readable,
  options: ImportOptions,
): Promise<ImportReport> {
  const { currency, dryRun = false, baseDir = null, onProgress, signal } = options;
  const tally = new Tally(dryRun, options.onRejected, options.onNote);
  const importer = new Importer({
    ...deps,
    dryRun,
    queuePictures: options.queuePictures,
    baseDir,
    signal,
    tally,
    onProgress: onProgress ?? (() => undefined),
  });
  const opened: Readable[] = [];
  const openAgain = () => {
    const source = open();
    opened.push(source);
    return source;
  };
  try {
    const survey = await surveyFile(openAgain(), () => signal?.aborted !== true);
    tally.report.unknownColumns = survey.columns.unknown;
    const items = readShopifyProducts(openAgain, survey, { defaultCurrency: currency });
    return await importer.run(ctx, items);
  } catch (error) {
    if (!(error instanceof CatalogFileError)) throw error;
    throw new AppError('validation_failed', error.message, { cause: error });
  } finally {
    for (const source of opened) source.destroy();
  }
}
