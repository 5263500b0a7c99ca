import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { inTransaction } from '../../db/transaction.ts';
import type { FileVisibility } from '../../domains/media.enums.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import { creatorOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { ReceivedFile } from '../../kernel/receivedFile.ts';
import { extensionOf, PRIVATE_FILES } from '../../utils/storageKeys.ts';
import type { MediaDeps } from './deps.ts';
import { safeFileName } from './fileNames.ts';
import { getFile, type MediaFile } from './files.ts';
import { inspect, type Inspected } from './inspect.ts';
import { putBack } from './putBack.ts';
import { cleanPathOf, receiveFile } from './receiveFile.ts';
import { finishUpload, insertFile, lockCustomer, reuseFile } from './statements.ts';

/** What is said of a file when it comes. */
interface FileDetails {
  /** As it is called where it comes from. */
  readonly name: string;
  /** As the client calls its type; null where it does not. */
  readonly declaredType: string | null;
  readonly visibility: FileVisibility;
  /** Whose it is; set exactly where the visibility is `customer`. */
  readonly customerId: string | null;
  readonly alt: string;
  /** Whether it stays although nothing refers to it. */
  readonly keep: boolean;
  /** The address it was fetched from. */
  readonly sourceUrl?: string | null;
  /** The upload that has brought it, which is then done. */
  readonly uploadId?: string;
}

interface StoredResult {
  readonly file: MediaFile;
  /** Whether the shop had it not yet. */
  readonly isNew: boolean;
}

interface Sizes {
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly dominantColor: string | null;
}

/**
 * Receives a stream and stores what it is, see {@link storeFile}.
 * @throws {AppError} payload_too_large, and what storeFile throws.
 */
export async function storeStream(
  deps: MediaDeps,
  ctx: Context,
  {
    body,
    maxBytes,
    ...details
  }: FileDetails & { readonly body: Readable; readonly maxBytes: number },
): Promise<StoredResult> {
  const received = await receiveFile(deps, { body, maxBytes });
  try {
    return await storeFile(deps, ctx, { received, ...details });
  } finally {
    await received.discard();
  }
}

/**
 * Makes a file of received bytes: looks at them in a thread, writes a picture again without its
 * metadata, stores the object and then its row, and queues the smaller versions. The same bytes for
 * the same readers are the file that is there. The caller discards what it has received.
 * @throws {AppError} file_empty, file_type_refused, file_too_large, file_damaged, picture_too_large,
 *   not_found for the customer; busy, storage_unavailable.
 */
export async function storeFile(
  deps: MediaDeps,
  ctx: Context,
  { received, ...details }: FileDetails & { readonly received: ReceivedFile },
): Promise<StoredResult> {
  const known = await reuse(deps, ctx, received, details);
  if (known) {
    await putBack(deps, ctx, received, known);
    return { file: known, isNew: false };
  }
  const inspected = await inspect(deps, received, details);
  const id = newId('file');
  const storageKey = keyOf(id, details.visibility, inspected.contentType);
  const source = inspected.kind === 'picture' ? cleanPathOf(received.path) : received.path;
  // The object first: a row without it would point to nothing, and an object without a row is swept.
  await deps.storage.put(storageKey, createReadStream(source), inspected.contentType);
  let hasRow = false;
  try {
    const file = await inTransaction(ctx, async (ctx) => {
      hasRow = await insert(ctx, received, { ...details, id, storageKey, inspected });
      if (!hasRow) return undefined;
      return settle(deps, ctx, details, { id, isNew: true });
    });
    if (file) return { file, isNew: true };
    const other = await reuse(deps, ctx, received, details);
    if (other) return { file: other, isNew: false };
    throw new AppError('state_conflict', 'The file was deleted meanwhile. Send it again.');
  } finally {
    // Where the outcome of the commit is unknown, the row may be there: then the sweep decides.
    if (!hasRow) await deps.storage.remove(storageKey);
  }
}

/** Where the bytes of a file are, by who may read it. */
function keyOf(id: string, visibility: FileVisibility, contentType: string): string {
  const folder = visibility === 'public' ? 'media' : `${PRIVATE_FILES}files`;
  return `${folder}/${id.slice(-2)}/${id}/original.${extensionOf(contentType)}`;
}

/** The file of this content for these readers, if there is one; it counts as used from now on. */
function reuse(
  deps: MediaDeps,
  ctx: Context,
  { sha256 }: ReceivedFile,
  details: FileDetails,
): Promise<MediaFile | undefined> {
  const { visibility, customerId, keep, alt } = details;
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.query(reuseFile, { sha256, visibility, customerId, keep, alt });
    return row && settle(deps, ctx, details, { id: row.id, isNew: false });
  });
}

/** @returns whether there is a row now; not when another was faster. @throws {AppError} not_found */
async function insert(
  ctx: Context,
  { bytes, sha256 }: ReceivedFile,
  {
    inspected,
    name,
    customerId,
    sourceUrl = null,
    declaredType: _declared,
    uploadId: _upload,
    ...rest
  }: FileDetails & {
    readonly id: string;
    readonly storageKey: string;
    readonly inspected: Inspected;
  },
): Promise<boolean> {
  if (customerId !== null) await requireCustomer(ctx, customerId);
  const { kind, contentType } = inspected;
  const none: Sizes = { bytes, width: null, height: null, dominantColor: null };
  const sizes: Sizes = inspected.kind === 'picture' ? inspected : none;
  const inserted = await ctx.db.query(insertFile, {
    ...rest,
    kind,
    contentType,
    bytes: sizes.bytes,
    sha256,
    width: sizes.width,
    height: sizes.height,
    dominantColor: sizes.dominantColor,
    customerId,
    name: safeFileName(name, contentType),
    sourceUrl,
    createdBy: creatorOf(ctx.actor),
  });
  return inserted.length > 0;
}

/** Locks a customer who can have files. @throws {AppError} not_found */
export async function requireCustomer({ db }: Context, id: string): Promise<void> {
  const [row] = await db.query(lockCustomer, { id });
  if (!row) throw notFound('customer');
}

/** What follows in the transaction of a file that was stored, or is wanted once more. */
async function settle(
  { audit, queue }: MediaDeps,
  ctx: Context,
  { uploadId }: FileDetails,
  { id, isNew }: { readonly id: string; readonly isNew: boolean },
): Promise<MediaFile> {
  if (uploadId !== undefined) {
    const done = { id: uploadId, state: 'done', fileId: id, failure: null };
    await ctx.db.execute(finishUpload, done);
  }
  const file = await getFile(ctx, id);
  if (isNew && file.kind === 'picture' && file.visibility === 'public') {
    await queue.enqueue(ctx, deriveImageJob, { fileId: id });
  }
  // An import brings thousands, and is itself an act.
  if (ctx.actor.kind !== 'system') {
    const action = isNew ? 'file.create' : 'file.reuse';
    await audit.record(ctx, { action, subject: id, after: auditedFile(file) });
  }
  return file;
}

/** What the audit log says of a file before and after. */
export function auditedFile({
  name,
  visibility,
  customerId,
  alt,
  altTexts,
  focalX,
  focalY,
  keep,
}: MediaFile) {
  return { name, visibility, customerId, alt, altTexts, focalPoint: [focalX, focalY], keep };
}
