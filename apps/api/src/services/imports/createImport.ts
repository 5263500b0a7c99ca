import { inTransaction } from '../../db/transaction.ts';
import { runImportJob } from '../../jobs/imports.run.job.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { noCounts } from './counts.ts';
import type { ImportsDeps } from './deps.ts';
import { getImport, type CatalogImport } from './findImports.ts';
import { insertImport, selectStoredFile, takeUpload } from './statements.ts';
import { readStoredFile } from './storedFile.ts';

/** So long the file is kept for the job, and for another import of it: the real one after a dry run. */
const KEPT_DAYS = 7;

interface ImportInput {
  readonly uploadId: string;
  readonly dryRun: boolean;
  /** Instead of the shop's. */
  readonly currency?: string | undefined;
}

/**
 * Has a job import an uploaded file. What its first bytes and its header say is looked at here; the
 * rest is found by the job.
 * @throws {AppError} not_found, state_conflict, upload_expired, upload_missing, file_empty,
 *   file_type_refused, import_file_invalid.
 */
export async function createImport(
  deps: ImportsDeps,
  ctx: Context,
  { uploadId, dryRun, currency = deps.currency }: ImportInput,
): Promise<CatalogImport> {
  await requireImportable(deps, ctx, uploadId);
  return inTransaction(ctx, async (ctx) => {
    const [file] = await ctx.db.query(takeUpload, { uploadId, days: KEPT_DAYS });
    if (!file) throw expired();
    const id = newId('catalogImport');
    const { actor } = ctx;
    const createdBy = 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor);
    const report = JSON.stringify(noCounts);
    const row = { id, uploadId, ...file, dryRun, currency, report, createdBy };
    await ctx.db.execute(insertImport, row);
    await deps.queue.enqueue(ctx, runImportJob, { importId: id });
    const after = { uploadId, name: file.name, dryRun, currency };
    await deps.audit.record(ctx, { action: 'import.create', subject: id, after });
    return getImport(ctx, id);
  });
}

async function requireImportable(
  { catalogImport, storage }: ImportsDeps,
  { db }: Context,
  uploadId: string,
): Promise<void> {
  const [upload] = await db.query(selectStoredFile, { uploadId });
  if (!upload) throw notFound('upload');
  if (upload.purpose !== 'import' || upload.state === 'failed') {
    const advice = 'Create one with the purpose "import", and send the file to it.';
    throw new AppError('state_conflict', `The upload is not for an import. ${advice}`);
  }
  if (upload.isExpired) throw expired();
  const { bytes, storageKey: key } = upload;
  const stored = await storage.head(key);
  if (stored?.bytes !== bytes) {
    const message =
      'The bytes of the upload have not come. Send them by its `put` request, then retry.';
    throw new AppError('upload_missing', message);
  }
  await catalogImport.checkFile(() => readStoredFile({ storage, key, bytes }));
}

function expired(): AppError {
  const message = 'The upload has expired. Create another one, and send the file again.';
  return new AppError('upload_expired', message);
}
