import { randomBytes } from 'node:crypto';
import { inTransaction } from '../../db/transaction.ts';
import { runImportJob } from '../../jobs/imports.run.job.ts';
import { creatorOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { takenUploadsOf, uploadKeyOf } from '../../utils/storageKeys.ts';
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
  /** Whether linked pictures become files. */
  readonly fetchPictures?: boolean | undefined;
}

/**
 * Has a job import an uploaded file of the one who acts. Before, the file is moved to where the signed
 * address of the upload does not reach, so that all its imports read the same bytes. What its first
 * bytes and its header say is looked at here; the rest is found by the job.
 * @throws {AppError} not_found, state_conflict, upload_expired, upload_missing, file_empty,
 *   file_type_refused, import_file_invalid.
 */
export async function createImport(
  deps: ImportsDeps,
  ctx: Context,
  { uploadId, dryRun, fetchPictures = false, currency = deps.currency }: ImportInput,
): Promise<CatalogImport> {
  const found = await requireImportable(deps, ctx, uploadId);
  const signedKey = uploadKeyOf(uploadId);
  const isSigned = found === signedKey;
  const takenKey = isSigned ? await moveAway(deps, uploadId) : found;
  const createdBy = creatorOf(ctx.actor);
  const created = await inTransaction(ctx, async (ctx) => {
    const [file] = await ctx.db.query(takeUpload, {
      uploadId,
      createdBy,
      signedKey,
      takenKey,
      days: KEPT_DAYS,
    });
    if (!file) throw expired();
    const id = newId('catalogImport');
    const report = JSON.stringify(noCounts);
    const options = { dryRun, currency, fetchPictures };
    const row = { id, uploadId, ...file, ...options, report, createdBy };
    await ctx.db.execute(insertImport, row);
    await deps.queue.enqueue(ctx, runImportJob, { importId: id });
    const after = { uploadId, name: file.name, ...options };
    await deps.audit.record(ctx, { action: 'import.create', subject: id, after });
    return { row: await getImport(ctx, id), storageKey: file.storageKey };
  });
  // Another was faster; what remains here goes with the upload when its time is over.
  if (isSigned && created.storageKey !== takenKey) {
    await deps.storage.remove(takenKey).catch(() => undefined);
  }
  return created.row;
}

/** @returns the new key, or that to which another has just moved it. @throws {AppError} upload_missing */
async function moveAway({ storage }: ImportsDeps, uploadId: string): Promise<string> {
  // Not one key for all: what comes to the signed address later must never replace what was taken.
  const takenKey = `${takenUploadsOf(uploadId)}${randomBytes(8).toString('hex')}.csv`;
  if (await storage.move(uploadKeyOf(uploadId), takenKey)) return takenKey;
  const other = await findMoved(storage, uploadId);
  if (other === undefined) throw missing();
  return other;
}

/** Where it was moved by one who has not noted it yet, or never will. */
async function findMoved(
  storage: ImportsDeps['storage'],
  uploadId: string,
): Promise<string | undefined> {
  for await (const { key } of storage.list(takenUploadsOf(uploadId))) return key;
  return undefined;
}

async function requireImportable(
  { catalogImport, storage }: ImportsDeps,
  { db, actor }: Context,
  uploadId: string,
): Promise<string> {
  const createdBy = creatorOf(actor);
  const [upload] = await db.query(selectStoredFile, { uploadId, createdBy });
  if (!upload) throw notFound('upload');
  if (upload.purpose !== 'import' || upload.state === 'failed') {
    const advice = 'Create one with the purpose "import", and send the file to it.';
    throw new AppError('state_conflict', `The upload is not for an import. ${advice}`);
  }
  if (upload.isExpired) throw expired();
  const check = () => requireArrived({ catalogImport, storage }, uploadId, upload);
  // One that another import has just moved is looked for again: it is moved once.
  return check().catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'upload_missing') return check();
    throw error;
  });
}

/** @returns the key under which the bytes are now. @throws {AppError} upload_missing, and what checkFile throws. */
async function requireArrived(
  { catalogImport, storage }: Pick<ImportsDeps, 'catalogImport' | 'storage'>,
  uploadId: string,
  { bytes, storageKey }: { readonly bytes: number; readonly storageKey: string },
): Promise<string> {
  const isThere = (await storage.head(storageKey)) !== null;
  const key = isThere ? storageKey : await findMoved(storage, uploadId);
  if (key === undefined || (await storage.head(key))?.bytes !== bytes) throw missing();
  await catalogImport.checkFile(() => readStoredFile({ storage, key, bytes }));
  return key;
}

function missing(): AppError {
  const message =
    'The bytes of the upload have not come. Send them by its `put` request, then retry.';
  return new AppError('upload_missing', message);
}

function expired(): AppError {
  const message = 'The upload has expired. Create another one, and send the file again.';
  return new AppError('upload_expired', message);
}
