import { statement } from '../../db/statement.ts';
import { fetchImageJob } from '../../jobs/media.fetchImage.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { MediaDeps } from './deps.ts';
import { fetchFile } from './fetchFile.ts';

/** Image `i` is only a link to another server. */
const IS_LINK = `i.file_id IS NULL AND i.storage_key IS NULL AND i.source ~* '^https?:'`;

const selectLink = statement('media.link')<{ imageId: string }, { source: string }>(
  `SELECT i.source FROM product_images i WHERE i.id = :imageId AND ${IS_LINK}`,
);

const selectLinks = statement('media.links')<{ productIds: readonly string[] }, { id: string }>(
  `SELECT i.id FROM product_images i WHERE i.product_id = ANY (:productIds::text[]) AND ${IS_LINK} ORDER BY i.id`,
);

/** Only while it is still the same link. */
const showFetched = statement('media.showFetched')<{
  imageId: string;
  source: string;
  fileId: string;
}>(
  `UPDATE product_images i SET file_id = :fileId WHERE i.id = :imageId AND i.source = :source AND ${IS_LINK}`,
);

/**
 * Fetches the picture that a product only links to, and shows the file instead; the address stays as
 * its source. Repeating it changes nothing; a picture that was removed, or is no link, is skipped.
 * @throws {AppError} what `fetchFile` throws; then the link stays.
 */
export async function fetchImage(deps: MediaDeps, ctx: Context, imageId: string): Promise<void> {
  const [image] = await ctx.db.query(selectLink, { imageId });
  if (!image) return;
  const { source } = image;
  const { file } = await fetchFile(deps, ctx, { url: source, alt: '', keep: false });
  await ctx.db.execute(showFetched, { imageId, source, fileId: file.id });
}

/**
 * Queues the fetching of each picture that these products only link to; one that is queued already
 * is not queued twice. In the transaction that `ctx` is in, if it is in one.
 * @returns how many were queued.
 */
export async function queueLinkedPictures(
  { queue }: Pick<MediaDeps, 'queue'>,
  ctx: Context,
  productIds: readonly string[],
): Promise<number> {
  const images = await ctx.db.query(selectLinks, { productIds });
  for (const { id } of images) {
    const jobKey = `${fetchImageJob.name}:${id}`;
    await queue.enqueue(ctx, fetchImageJob, { imageId: id }, { jobKey });
  }
  return images.length;
}
