import { isForeignKeyViolation } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { MAX_ALT_TEXTS } from '../../domains/media.limits.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound, OutdatedError } from '../../kernel/errors.ts';
import type { MediaDeps } from './deps.ts';
import { safeFileName } from './fileNames.ts';
import { findFile, getFile, type MediaFile } from './files.ts';
import { findUses } from './fileUses.ts';
import { lockFile } from './statements.ts';
import { auditedFile } from './storeFile.ts';

interface Expectation {
  /** Whether it is as the caller knows it; without it, any is. */
  readonly isExpected?: ((file: MediaFile) => boolean) | undefined;
}

interface FileChange extends Expectation {
  readonly name?: string | undefined;
  readonly alt?: string | undefined;
  /** By locale; null takes one away. */
  readonly altTexts?: Readonly<Record<string, string | null>> | undefined;
  readonly focalPoint?: { readonly x: number; readonly y: number } | undefined;
  readonly keep?: boolean | undefined;
}

/**
 * Changes what is said of a file. After a change of the focal point a job makes other squares.
 * @throws {AppError} not_found; state_conflict for the focal point of a document.
 * @throws {OutdatedError} precondition_failed, with the file as it is.
 */
export function changeFile(
  { audit, queue }: MediaDeps,
  ctx: Context,
  id: string,
  { name, alt, altTexts, focalPoint, keep, isExpected }: FileChange,
): Promise<MediaFile> {
  return inTransaction(ctx, async (ctx) => {
    const known = await lock(ctx, id, { isExpected });
    if (focalPoint && known.kind !== 'picture') {
      throw new AppError('state_conflict', 'A document has no focal point.');
    }
    const merged = Object.entries({ ...known.altTexts, ...altTexts });
    const texts = merged.filter(([, text]) => text !== null);
    if (altTexts && texts.length > MAX_ALT_TEXTS) throw tooManyTexts(texts.length);
    const isMoved =
      focalPoint !== undefined && (focalPoint.x !== known.focalX || focalPoint.y !== known.focalY);
    await ctx.db.prisma.file.update({
      where: { id },
      data: {
        ...(name !== undefined && { name: safeFileName(name, known.contentType) }),
        ...(alt !== undefined && { alt }),
        ...(altTexts && { altTexts: Object.fromEntries(texts) }),
        ...(focalPoint && { focalX: focalPoint.x, focalY: focalPoint.y }),
        ...(keep !== undefined && { keep }),
        version: { increment: 1 },
      },
    });
    if (isMoved && known.visibility === 'public') {
      await queue.enqueue(ctx, deriveImageJob, { fileId: id });
    }
    const file = await getFile(ctx, id);
    const [before, after] = [auditedFile(known), auditedFile(file)];
    await audit.record(ctx, { action: 'file.change', subject: id, before, after });
    return file;
  });
}

/**
 * Deletes a file that nothing refers to, its row and then its objects.
 * @returns the file as it was.
 * @throws {AppError} not_found, file_in_use with what refers to it.
 * @throws {OutdatedError} precondition_failed, with the file as it is.
 */
export async function deleteFile(
  { audit, storage }: MediaDeps,
  ctx: Context,
  id: string,
  expectation: Expectation,
): Promise<MediaFile> {
  const file = await inTransaction(ctx, async (ctx) => {
    const known = await lock(ctx, id, expectation);
    const uses = await findUses(ctx, id);
    if (uses.length > 0) throw inUse(uses);
    await ctx.db.prisma.file.delete({ where: { id } });
    await audit.record(ctx, { action: 'file.delete', subject: id, before: auditedFile(known) });
    return known;
  }).catch(async (error: unknown) => {
    if (!isForeignKeyViolation(error)) throw error;
    throw inUse(await findUses(ctx, id));
  });
  // What the storage does not delete now is swept later: nothing refers to it.
  const keys = [file.storageKey, ...file.derivatives.map(({ key }) => key)];
  await Promise.allSettled(keys.map((key) => storage.remove(key)));
  return file;
}

async function lock(ctx: Context, id: string, { isExpected }: Expectation): Promise<MediaFile> {
  await ctx.db.query(lockFile, { id });
  const known = await findFile(ctx, id);
  if (!known) throw notFound('file');
  if (isExpected?.(known) === false) {
    const message = 'The file has changed. Read it again, then retry.';
    throw new OutdatedError('precondition_failed', message, known);
  }
  return known;
}

function tooManyTexts(count: number): AppError {
  const message = `The file would have alternative texts in ${count} locales; at most ${MAX_ALT_TEXTS} are kept. Take some away with null.`;
  return new AppError('alt_text_limit_exceeded', message);
}

function inUse(uses: readonly string[]): AppError {
  return new AppError(
    'file_in_use',
    `The file is in use by ${uses.join(', ')}. Take it out there first.`,
    {
      extensions: { usedBy: uses },
    },
  );
}
