import type { Context } from '../../kernel/context.ts';
import { AppError, errorCatalog, type ErrorCode } from '../../kernel/errors.ts';
import type { MediaDeps } from './deps.ts';
import { findFile } from './files.ts';
import { receiveFile } from './receiveFile.ts';
import { finishUpload } from './statements.ts';
import { storeFile } from './storeFile.ts';
import { getArrivedUpload, type Upload } from './uploads.ts';

/**
 * Makes a file of what a client has brought to the address of an upload. Again, it gives the same file,
 * or the same refusal; a failure of the storage leaves the upload as it was.
 * @throws {AppError} not_found, upload_missing, upload_expired, state_conflict for an upload of another
 *   purpose or whose file was deleted, and what `storeFile` throws.
 */
export async function finalizeUpload(deps: MediaDeps, ctx: Context, id: string) {
  const upload = await getArrivedUpload(deps, ctx, id);
  if (upload.purpose !== 'file') {
    const message = 'This upload is a catalogue. Import it with POST /admin/imports.';
    throw new AppError('state_conflict', message);
  }
  if (upload.state === 'failed') throw refusalOf(upload);
  if (upload.state === 'done') return { file: await fileOfDone(ctx, upload), isNew: false };
  const stored = await storeArrived(deps, ctx, upload);
  // What remains here goes with the upload when its time is over.
  await deps.storage.remove(upload.storageKey).catch(() => undefined);
  return stored;
}

async function storeArrived(deps: MediaDeps, ctx: Context, upload: Upload) {
  const object = await deps.storage.get(upload.storageKey);
  // Another finalize was faster and has removed it.
  if (!object) return { file: await fileOfFaster(deps, ctx, upload), isNew: false };
  const received = await receiveFile(deps, { body: object.stream, maxBytes: upload.bytes });
  try {
    if (received.bytes !== upload.bytes) {
      const message = 'The storage has given a part of the file. Try again soon.';
      throw new AppError('storage_unavailable', message, { retryAfterSeconds: 5 });
    }
    const {
      id: uploadId,
      contentType: declaredType,
      name,
      visibility,
      customerId,
      alt,
      keep,
    } = upload;
    const details = { name, visibility, customerId, alt, keep, uploadId, declaredType };
    return await storeFile(deps, ctx, { received, ...details });
  } catch (error) {
    if (error instanceof AppError && error.status === 422) {
      const failed = { id: upload.id, state: 'failed', fileId: null, failure: error.code };
      await ctx.db.execute(finishUpload, failed);
      await deps.storage.remove(upload.storageKey).catch(() => undefined);
    }
    throw error;
  } finally {
    await received.discard();
  }
}

async function fileOfFaster(deps: MediaDeps, ctx: Context, { id }: Upload) {
  const upload = await getArrivedUpload(deps, ctx, id);
  if (upload.state === 'failed') throw refusalOf(upload);
  return fileOfDone(ctx, upload);
}

/** @throws {AppError} state_conflict */
async function fileOfDone(ctx: Context, { fileId }: Upload) {
  const file = fileId === null ? undefined : await findFile(ctx, fileId);
  if (file) return file;
  const message = 'The file of this upload was deleted. Begin another upload.';
  throw new AppError('state_conflict', message);
}

function refusalOf({ failure }: Upload): AppError {
  const code = isCode(failure) ? failure : 'file_damaged';
  return new AppError(code, 'What was uploaded is refused. Begin another upload.');
}

const isCode = (text: string | null): text is ErrorCode => text !== null && text in errorCatalog;
