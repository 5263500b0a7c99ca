import type { UploadPurpose, FileVisibility, UploadState } from '../../domains/media.enums.ts';
import {
  DOCUMENT_TYPES,
  MAX_DOCUMENT_BYTES,
  MAX_IMPORT_BYTES,
  MAX_PICTURE_BYTES,
  PICTURE_TYPES,
} from '../../domains/media.limits.ts';
import { inTransaction } from '../../db/transaction.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { UploadRequest } from '../../ports/fileStore.ts';
import { creatorOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { uploadKeyOf } from '../../utils/storageKeys.ts';
import type { MediaDeps } from './deps.ts';
import { requireCustomer } from './storeFile.ts';
import { safeFileName } from './fileNames.ts';

/** How long the signed address takes the bytes: a slow line needs hours for a large catalogue. */
const PUT_SECONDS = { file: 3600, import: 6 * 3600 } as const;
const EXPIRES_HOURS = { file: 24, import: 7 * 24 } as const;
const HOUR_MS = 3_600_000;

const documents: ReadonlySet<string> = new Set(DOCUMENT_TYPES);
const pictures: ReadonlySet<string> = new Set(PICTURE_TYPES);
/** What browsers call a CSV file, among them those of Windows. */
const catalogues: ReadonlySet<string> = new Set([
  'text/csv',
  'text/plain',
  'application/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
]);

interface NewUpload {
  readonly purpose: UploadPurpose;
  readonly name: string;
  readonly contentType: string;
  /** Exactly so many come. */
  readonly bytes: number;
  readonly visibility: FileVisibility;
  readonly customerId: string | null;
  readonly alt: string;
  readonly keep: boolean;
}

/** A place for bytes that a client brings to the storage itself, and their outcome. */
export interface Upload extends NewUpload {
  readonly id: string;
  readonly storageKey: string;
  readonly state: UploadState;
  /** Why it was refused: the code of the problem. */
  readonly failure: string | null;
  readonly fileId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
}

/**
 * Announces a file, and signs an address that takes so many bytes of such a type.
 * @throws {AppError} file_empty, file_type_refused, file_too_large, not_found for the customer.
 */
export async function createUpload(
  { audit, storage }: MediaDeps,
  ctx: Context,
  input: NewUpload,
): Promise<{ upload: Upload; put: UploadRequest }> {
  requireTaken(input);
  const { purpose, contentType, bytes } = input;
  const id = newId('upload');
  const storageKey = uploadKeyOf(id);
  const upload = await inTransaction(ctx, async (ctx) => {
    if (input.customerId !== null) await requireCustomer(ctx, input.customerId);
    const expiresAt = new Date(Date.now() + EXPIRES_HOURS[purpose] * HOUR_MS);
    const row = await ctx.db.prisma.upload.create({
      data: {
        ...input,
        name: safeFileName(input.name, contentType),
        id,
        storageKey,
        createdBy: creatorOf(ctx.actor),
        expiresAt,
      },
    });
    const { visibility, customerId } = input;
    const after = { name: row.name, purpose, contentType, bytes, visibility, customerId };
    await audit.record(ctx, { action: 'upload.create', subject: id, after });
    return uploadOf(row);
  });
  const expiresSeconds = PUT_SECONDS[purpose];
  const put = await storage.presignPut(storageKey, { contentType, bytes, expiresSeconds });
  return { upload, put };
}

/**
 * An upload of the one who acts: another's is not to be found, whatever one may do otherwise.
 * @throws {AppError} not_found
 */
export async function getUpload({ db, actor }: Context, id: string): Promise<Upload> {
  const row = await db.prisma.upload.findFirst({ where: { id, createdBy: creatorOf(actor) } });
  if (!row) throw notFound('upload');
  return uploadOf(row);
}

/**
 * An upload whose bytes have come, all of them.
 * @throws {AppError} not_found, upload_expired, upload_missing, storage_unavailable
 */
export async function getArrivedUpload(
  { storage }: MediaDeps,
  ctx: Context,
  id: string,
): Promise<Upload> {
  const upload = await getUpload(ctx, id);
  if (upload.state !== 'open') return upload;
  if (upload.expiresAt <= new Date()) {
    const message = 'The time for this upload is over. Begin another: POST /admin/media/uploads.';
    throw new AppError('upload_expired', message);
  }
  const object = await storage.head(upload.storageKey);
  if (!object) {
    // Another may have finished it in between, and taken its bytes away.
    const now = await getUpload(ctx, id);
    if (now.state !== 'open') return now;
    const message = 'No bytes have come to the address of the upload. Send them there, then retry.';
    throw new AppError('upload_missing', message);
  }
  if (object.bytes === upload.bytes) return upload;
  throw new AppError(
    'upload_missing',
    `${object.bytes} bytes have come of ${upload.bytes}. Send all of them, then retry.`,
  );
}

/** What can be known before a byte comes. */
function requireTaken({ purpose, contentType, bytes, visibility }: NewUpload): void {
  if (bytes === 0) throw new AppError('file_empty', 'A file has at least one byte.');
  const isPicture = pictures.has(contentType);
  const isTaken =
    purpose === 'import'
      ? catalogues.has(contentType)
      : isPicture || (documents.has(contentType) && visibility !== 'public');
  if (!isTaken) {
    throw new AppError(
      'file_type_refused',
      purpose === 'import'
        ? `A catalogue to import is text/csv, not ${contentType}.`
        : `${contentType} is not taken. Public files are pictures (${PICTURE_TYPES.join(', ')}); others may also be documents (${DOCUMENT_TYPES.join(', ')}).`,
    );
  }
  const limit =
    purpose === 'import' ? MAX_IMPORT_BYTES : isPicture ? MAX_PICTURE_BYTES : MAX_DOCUMENT_BYTES;
  if (bytes > limit) {
    const message = `${bytes} bytes are announced; at most ${limit} are taken of this kind.`;
    throw new AppError('file_too_large', message);
  }
}

type UploadRow = Omit<Upload, 'purpose' | 'visibility' | 'state' | 'bytes'> & {
  purpose: string;
  visibility: string;
  state: string;
  bytes: bigint;
};

/** CHECKs hold what the columns may be. */
function uploadOf(row: UploadRow): Upload {
  return withNumbers(row) as Upload;
}
