import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { extensionOf } from '../../utils/storageKeys.ts';
import { UnreadableImageError } from '../../utils/unreadableImageError.ts';
import type { MediaDeps } from './deps.ts';
import { findFile, type FileDerivative } from './files.ts';
import { receiveFile } from './receiveFile.ts';
import { saveFileDerivatives } from './statements.ts';

/**
 * Makes the smaller versions of a public picture. Repeating it changes nothing; a file that was
 * deleted is skipped. What a former focal point has made is swept later, since pages still show it.
 * @throws {UnreadableImageError} when the object is missing or damaged; what else goes wrong may pass.
 * @throws {AppError} busy, storage_unavailable
 */
export async function deriveFile(deps: MediaDeps, ctx: Context, id: string): Promise<void> {
  const file = await findFile(ctx, id);
  if (!file || file.kind !== 'picture' || file.visibility !== 'public') return;
  const { storage, worker } = deps;
  const { storageKey, bytes, focalX, focalY } = file;
  const object = await storage.get(storageKey);
  if (!object) throw new UnreadableImageError(`${storageKey}: there is no such file`);
  const original = await receiveFile(deps, { body: object.stream, maxBytes: bytes });
  try {
    const made = await worker.run('derivePicture', { path: original.path, focalX, focalY });
    if (!made.ok) throw new UnreadableImageError(`${storageKey}: ${made.unreadable}`);
    const derivatives: FileDerivative[] = [];
    for (const { data, ...derivative } of made.derivatives) {
      const key = keyOf(storageKey, derivative, data);
      await storage.put(key, data, `image/${derivative.format}`);
      derivatives.push({ ...derivative, key });
    }
    const values = { id, focalX, focalY, derivatives: JSON.stringify(derivatives) };
    await ctx.db.execute(saveFileDerivatives, values);
  } finally {
    await original.discard();
  }
}

/** Beside the original, and of its content: another crop has another address, so caches keep it for ever. */
function keyOf(
  storageKey: string,
  { width, crop, format }: Omit<FileDerivative, 'key'>,
  data: Uint8Array,
): string {
  const folder = storageKey.slice(0, storageKey.lastIndexOf('/'));
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 8);
  const size = crop === null ? String(width) : `${width}-${crop}`;
  return `${folder}/${size}-${hash}.${extensionOf(`image/${format}`)}`;
}
