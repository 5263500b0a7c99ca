import { DOWNLOAD_SECONDS } from '../../domains/media.limits.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { MediaDeps } from './deps.ts';
import { getFile, type MediaFile } from './files.ts';

/** A signed address from which anyone may fetch a file until it expires. */
export interface FileDownload {
  readonly url: string;
  readonly expiresAt: Date;
}

type SigningDeps = Pick<MediaDeps, 'storage'>;

/**
 * Where staff fetch a file. A bucket gives it without asking the shop, so what the audit log records of
 * a customer's file is that someone got its address.
 * @throws {AppError} not_found
 * @throws {StorageUnavailableError}
 */
export async function downloadFile(
  { audit, storage }: SigningDeps & Pick<MediaDeps, 'audit'>,
  ctx: Context,
  id: string,
): Promise<FileDownload> {
  const file = await getFile(ctx, id);
  const download = await signDownload({ storage }, file);
  if (file.visibility === 'customer') {
    const details = { customerId: file.customerId };
    await audit.record(ctx, { action: 'file.download', subject: id, details });
  }
  return download;
}

/**
 * Where the caller fetches a file that the shop keeps for them.
 * @throws {AppError} not_found, also for a file of someone else.
 * @throws {StorageUnavailableError}
 */
export async function downloadOwnFile(
  deps: SigningDeps,
  ctx: Context,
  id: string,
): Promise<FileDownload> {
  const file = await ctx.db.prisma.file.findFirst({
    where: { id, customerId: customerIdOf(ctx) },
    select: { storageKey: true, name: true },
  });
  if (!file) throw notFound('file');
  return signDownload(deps, file);
}

async function signDownload(
  { storage }: SigningDeps,
  { storageKey, name }: Pick<MediaFile, 'storageKey' | 'name'>,
): Promise<FileDownload> {
  // Addresses end with a whole second, and never before this one.
  const second = Math.floor(Date.now() / 1000);
  const url = await storage.presignGet(storageKey, {
    expiresSeconds: DOWNLOAD_SECONDS,
    downloadName: name,
  });
  return { url, expiresAt: new Date((second + DOWNLOAD_SECONDS) * 1000) };
}
