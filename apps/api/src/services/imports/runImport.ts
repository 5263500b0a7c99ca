import { isDatabaseUnavailable, isOutOfResources } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { ImportState, RunEnd } from '../../domains/imports.enums.ts';
import { PermanentJobError } from '../../jobs/permanentJobError.ts';
import { runImportJob } from '../../jobs/imports.run.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { storageFailureOf } from '../../ports/fileStoreErrors.ts';
import type { ImportReport } from '../catalogImport.service.ts';
import { countsOf, noCounts, type ImportCounts } from './counts.ts';
import type { ImportsDeps } from './deps.ts';
import { createRowReport, reportsOf, type RowReport } from './rowReport.ts';
import { finishImport, noteProgress, returnImport, takeImport } from './statements.ts';
import { readStoredFile } from './storedFile.ts';

const PROGRESS_MS = 1000;
/** Then no other run is begun: an error counts 1, a process that dies 2, since it may be why it dies. */
const MAX_FAILURES = 10;

/** Why a run ends before its file. */
type Reason = 'cancel' | 'shutdown' | 'superseded' | 'report';

interface Run {
  readonly id: string;
  readonly run: number;
  readonly bytes: number;
  readonly storageKey: string;
  readonly dryRun: boolean;
  readonly fetchPictures: boolean;
  readonly currency: string;
}

/**
 * Imports the file of an import, and writes its progress every second. One that a dead process has
 * begun is begun again: an import changes only what differs, so nothing is done twice. When the
 * worker stops, it ends after the batches that are being written, and goes back to the queue.
 * @throws what may pass: the job is tried again.
 */
export async function runImport(deps: ImportsDeps, ctx: Context, id: string): Promise<void> {
  const [taken] = await ctx.db.query(takeImport, { id, report: JSON.stringify(noCounts) });
  if (!taken) return;
  const run: Run = { id, ...taken };
  if (taken.isCanceled) return void (await finish(ctx, run, { state: 'canceled' }));
  if (taken.failures >= MAX_FAILURES) return giveUp(ctx, run);
  await importFile(deps, ctx, run);
}

async function importFile(deps: ImportsDeps, ctx: Context, run: Run): Promise<void> {
  const ending = new AbortController();
  const end = (reason: Reason) => ending.abort(reason);
  const stop = () => end('shutdown');
  if (ctx.stopping?.aborted) stop();
  ctx.stopping?.addEventListener('abort', stop, { once: true });
  const key = `${reportsOf(run.id)}${run.run}.ndjson`;
  const rows = createRowReport(deps.storage, key, () => end('report'));
  const progress = { report: { ...noCounts }, bytesDone: 0 };
  const ticker = startTicker(ctx, run, { progress, end });
  try {
    const outcome = await readAndWrite(deps, ctx, run, { rows, progress, signal: ending.signal });
    await ticker.stop();
    if (outcome === 'superseded') return await rows.discard();
    if (outcome === 'shutdown') {
      await rows.discard();
      return await handBack(deps, ctx, run, { progress, endedBy: 'shutdown' });
    }
    const reportKey = await rows.store();
    if (await finish(ctx, run, { ...progress, ...outcome, reportKey })) return;
    if (reportKey !== null) await deps.storage.remove(reportKey);
  } catch (error) {
    await ticker.stop();
    await rows.discard();
    // However long an outage of the database lasts, the next run finds this one as if it had died.
    if (!isDatabaseUnavailable(error) && !isOutOfResources(error)) {
      // As is one of the storage, which is no reason to give up.
      const isHindered = storageFailureOf(error) !== undefined;
      await handBack(deps, ctx, run, { progress, endedBy: 'error', isHindered });
    }
    throw error;
  } finally {
    ctx.stopping?.removeEventListener('abort', stop);
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Work {
  readonly rows: RowReport;
  readonly progress: { report: Mutable<ImportCounts>; bytesDone: number };
  readonly signal: AbortSignal;
}

async function readAndWrite(
  { catalogImport, media, storage }: ImportsDeps,
  ctx: Context,
  { storageKey: key, bytes, currency, dryRun, fetchPictures }: Run,
  { rows, progress, signal }: Work,
): Promise<Outcome | 'shutdown' | 'superseded'> {
  const note = (report: ImportReport) => void (progress.report = countsOf(report));
  let readings = 0;
  const open = () => {
    readings += 1;
    // The first reading looks for products whose rows are scattered, and writes nothing.
    const writes = readings > 1;
    const beforeChunk = async (position: number) => {
      await rows.hasRoom();
      if (writes) progress.bytesDone = Math.max(progress.bytesDone, position);
    };
    return readStoredFile({ storage, key, bytes, beforeChunk });
  };
  try {
    const report = await catalogImport.importCatalog(ctx, open, {
      currency,
      dryRun,
      ...(fetchPictures && { queuePictures: media.queueLinkedPictures }),
      signal,
      onProgress: note,
      // A report comes after each batch, and a million rejected rows make none.
      onRejected({ line, handle, column = null, reason }) {
        rows.add({ kind: 'rejected', line, handle, column, reason });
        progress.report.rejected += 1;
      },
      onNote({ line, handle, message: reason }) {
        rows.add({ kind: 'note', line, handle, column: null, reason });
        progress.report.notes += 1;
      },
    });
    note(report);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: 'failed', problem: error.code, problemDetail: error.message };
  }
  if (!signal.aborted) return { state: 'done', bytesDone: bytes };
  const reason = signal.reason as Reason;
  if (reason === 'shutdown' || reason === 'superseded') return reason;
  // A report that cannot be stored throws where it is stored.
  return { state: 'canceled' };
}

interface Progress {
  readonly report: ImportCounts;
  readonly bytesDone: number;
}

/** Writes the progress every second, and ends the run when someone cancels it or another has begun. */
function startTicker(
  ctx: Context,
  { id, run }: Run,
  { progress, end }: { progress: Progress; end: (reason: Reason) => void },
) {
  let noting: Promise<void> | undefined;
  const note = async () => {
    const { bytesDone, report } = progress;
    const given = { id, run, bytesDone, report: JSON.stringify(report) };
    const [noted] = await ctx.db.query(noteProgress, given);
    if (!noted) end('superseded');
    else if (noted.isCanceled) end('cancel');
  };
  const timer = setInterval(() => {
    // What is wrong with the database ends the import itself.
    noting ??= note()
      .catch(() => undefined)
      .finally(() => (noting = undefined));
  }, PROGRESS_MS);
  return {
    async stop() {
      clearInterval(timer);
      await noting;
    },
  };
}

/** By a new job, so that the attempt of this one does not count. */
async function handBack(
  { queue }: ImportsDeps,
  ctx: Context,
  { id, run }: Run,
  {
    progress,
    endedBy,
    isHindered = false,
  }: { progress: Progress; endedBy: RunEnd; isHindered?: boolean },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const report = JSON.stringify(progress.report);
    const failures = endedBy === 'error' && !isHindered ? 1 : 0;
    const isMine = await ctx.db.execute(returnImport, { id, run, endedBy, failures, report });
    if (isMine === 0 || endedBy === 'error') return;
    await queue.enqueue(ctx, runImportJob, { importId: id });
  });
}

interface Outcome {
  readonly state: ImportState;
  readonly report?: ImportCounts;
  readonly bytesDone?: number;
  readonly reportKey?: string | null;
  readonly problem?: string;
  readonly problemDetail?: string;
}

/** @returns whether it was still this run's to finish. */
async function finish(
  ctx: Context,
  { id, run }: Run,
  { report = noCounts, bytesDone = 0, reportKey = null, ...outcome }: Outcome,
): Promise<boolean> {
  const finished = await ctx.db.execute(finishImport, {
    id,
    run,
    bytesDone,
    reportKey,
    problem: null,
    problemDetail: null,
    ...outcome,
    report: JSON.stringify(report),
  });
  return finished > 0;
}

/** @throws {PermanentJobError} so that the job is among those that staff look at. */
async function giveUp(ctx: Context, run: Run): Promise<never> {
  const message = `The import was begun ${run.run - 1} times, and cut off each time by an error or the end of its process.`;
  const problemDetail = `${message} The shop's log says why.`;
  await finish(ctx, run, { state: 'failed', problem: 'internal_error', problemDetail });
  throw new PermanentJobError(message);
}
