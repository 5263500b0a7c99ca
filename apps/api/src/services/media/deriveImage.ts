import { buffer } from 'node:stream/consumers';
import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { UnreadableImageError } from '../../utils/unreadableImageError.ts';
import type { StorageService } from '../storage.service.ts';
import type { MediaDeps } from './deps.ts';

/** The widths, in pixels, that storefronts are offered. */
const DERIVATIVE_WIDTHS = [320, 640, 1280];
const MAX_ORIGINAL_BYTES = 50 * 1024 * 1024;

/** A smaller version of a picture, as `product_images.derivatives` lists it. */
export interface Derivative {
  width: number;
  height: number;
  format: string;
  /** In the storage. */
  key: string;
}

const readImage = statement('media.image')<{ imageId: string }, { storageKey: string | null }>(
  `SELECT storage_key AS "storageKey" FROM product_images WHERE id = :imageId`,
);

/** Only while the picture is still the same one, and only when cached answers change. */
const saveDerivatives = statement('media.saveDerivatives')<{
  imageId: string;
  storageKey: string;
  width: number;
  height: number;
  derivatives: string;
}>(
  `UPDATE product_images SET width = :width, height = :height, derivatives = :derivatives::jsonb
   WHERE id = :imageId AND storage_key = :storageKey
     AND (width, height, derivatives) IS DISTINCT FROM (:width::int, :height::int, :derivatives::jsonb)`,
);

/**
 * Makes the smaller versions of a product's picture. Repeating it changes nothing; a picture
 * that was removed, or is only a link, is skipped.
 * @throws {UnreadableImageError} when the file is missing, too large or not a picture.
 */
export async function deriveImage(
  { storage, worker }: MediaDeps,
  ctx: Context,
  imageId: string,
): Promise<void> {
  const [image] = await ctx.db.query(readImage, { imageId });
  if (!image || image.storageKey === null) return;
  const original = await readOriginal(storage, image.storageKey);
  const result = await worker.run('imageDerivatives', { original, widths: DERIVATIVE_WIDTHS });
  if (!result.ok) throw new UnreadableImageError(`${image.storageKey}: ${result.unreadable}`);
  const derivatives = await Promise.all(
    result.derivatives.map(async ({ data, ...derivative }): Promise<Derivative> => {
      const key = await storage.putContent(data, `image/${derivative.format}`);
      return { ...derivative, key };
    }),
  );
  await ctx.db.execute(saveDerivatives, {
    imageId,
    storageKey: image.storageKey,
    width: result.width,
    height: result.height,
    derivatives: JSON.stringify(derivatives),
  });
}

async function readOriginal(storage: StorageService, key: string): Promise<Uint8Array> {
  const file = await storage.get(key);
  if (!file) throw new UnreadableImageError(`${key}: there is no such file`);
  if (file.size > MAX_ORIGINAL_BYTES) {
    file.stream.destroy();
    throw new UnreadableImageError(
      `${key}: ${file.size} bytes are more than ${MAX_ORIGINAL_BYTES}`,
    );
  }
  return await buffer(file.stream);
}
