import { statement } from '../../db/statement.ts';
import { MAX_PICTURE_BYTES } from '../../domains/media.limits.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { UnreadableImageError } from '../../utils/unreadableImageError.ts';
import type { MediaDeps } from './deps.ts';
import { storeStream } from './storeFile.ts';

const BATCH = 500;

const selectStored = statement('media.storedImage')<
  { imageId: string },
  { source: string; storageKey: string },
  'storageKey'
>(
  `SELECT source, storage_key AS "storageKey" FROM product_images
   WHERE id = :imageId AND file_id IS NULL AND storage_key IS NOT NULL`,
);

/** Only while the picture is still the same one. */
const showFile = statement('media.showFile')<{
  imageId: string;
  storageKey: string;
  fileId: string;
}>(
  `UPDATE product_images SET file_id = :fileId
   WHERE id = :imageId AND storage_key = :storageKey AND file_id IS NULL`,
);

const selectStoredIds = statement('media.storedImages')<
  { after: string; limit: number },
  { id: string }
>(
  `SELECT id FROM product_images WHERE file_id IS NULL AND storage_key IS NOT NULL AND id > :after
   ORDER BY id LIMIT :limit`,
);

/**
 * Makes a file of a product's picture that an import has stored. Repeating it changes nothing; the same
 * content is one file; a picture that was removed, or is only a link, is skipped. The stored object stays:
 * another picture, or a page that is still cached, may name it.
 * @throws {UnreadableImageError} when the object is missing, too large or no picture that we take; the
 *   picture stays as it is.
 * @throws {AppError} busy, storage_unavailable
 */
export async function adoptImage(deps: MediaDeps, ctx: Context, imageId: string): Promise<void> {
  const [image] = await ctx.db.query(selectStored, { imageId });
  if (!image) return;
  const { source, storageKey } = image;
  const object = await deps.storage.get(storageKey);
  if (!object) throw new UnreadableImageError(`${storageKey}: there is no such file`);
  try {
    const { file } = await storeStream(deps, ctx, {
      body: object.stream,
      maxBytes: MAX_PICTURE_BYTES,
      name: source,
      declaredType: null,
      visibility: 'public',
      customerId: null,
      alt: '',
      keep: false,
    });
    await ctx.db.execute(showFile, { imageId, storageKey, fileId: file.id });
  } catch (error) {
    if (!(error instanceof AppError) || ![413, 422].includes(error.status)) throw error;
    throw new UnreadableImageError(`${storageKey}: ${error.message}`);
  } finally {
    object.stream.destroy();
  }
}

/** Queues each picture that is stored and not a file yet: what a release before, or a lost job, has left. */
export async function queueStoredImages({ queue }: MediaDeps, ctx: Context): Promise<void> {
  for (let after = ''; ;) {
    const images = await ctx.db.query(selectStoredIds, { after, limit: BATCH });
    for (const { id } of images) {
      const jobKey = `${deriveImageJob.name}:${id}`;
      await queue.enqueue(ctx, deriveImageJob, { imageId: id }, { jobKey });
    }
    const last = images.at(-1);
    if (!last || images.length < BATCH) return;
    after = last.id;
  }
}
