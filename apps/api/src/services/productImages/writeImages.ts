import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { MAX_PRODUCT_IMAGES } from '../../domains/productImages.limits.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound, OutdatedError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { repairPictureUrl } from '../../utils/pictureUrl.ts';
import type { ProductImagesDeps } from './deps.ts';
import { findImages, type StaffImage } from './images.ts';

interface Expectation {
  /** Whether it is as the caller knows it; without it, any is. */
  readonly isExpected?: ((image: StaffImage) => boolean) | undefined;
}

interface ImageChange extends Expectation {
  readonly alt?: string | undefined;
  /** From 1. */
  readonly position?: number | undefined;
  readonly variantIds?: readonly string[] | undefined;
}

interface NewImage {
  readonly fileId?: string | undefined;
  /** Instead of a file: a picture elsewhere. */
  readonly url?: string | undefined;
  readonly alt: string;
  readonly position?: number | undefined;
  readonly variantIds: readonly string[];
}

interface ImagePlace {
  readonly productId: string;
  readonly imageId: string;
}

/** Changes of the pictures of one product run one after another, and an import's, too. */
const lockProduct = statement('productImages.lock')<{ id: string }, { id: string }>(
  `SELECT id FROM products WHERE id = :id FOR NO KEY UPDATE`,
);

/** So that it is not purged before this commits. */
const lockFile = statement('productImages.lockFile')<
  { id: string },
  { kind: string; visibility: string }
>(`SELECT kind, visibility FROM files WHERE id = :id FOR KEY SHARE`);

const insertImage = statement('productImages.insert')<{
  id: string;
  productId: string;
  position: number;
  source: string;
  fileId: string | null;
  alt: string;
}>(
  `INSERT INTO product_images (id, product_id, position, source, file_id, alt)
   VALUES (:id, :productId, :position, :source, :fileId, :alt)`,
);

/** Numbers the pictures from 1, in this order; only rows that differ change. */
const setOrder = statement('productImages.order')<{ ids: readonly string[] }>(
  `UPDATE product_images i SET position = o.position
   FROM unnest(:ids::text[]) WITH ORDINALITY AS o (id, position)
   WHERE i.id = o.id AND i.position <> o.position`,
);

const setAlt = statement('productImages.change')<{ id: string; alt: string | null }>(
  `UPDATE product_images SET alt = coalesce(:alt, alt), version = version + 1 WHERE id = :id`,
);

/** The picture of exactly these variants of the product. */
const setVariants = statement('productImages.variants')<{
  id: string;
  productId: string;
  variantIds: readonly string[];
}>(
  `UPDATE variants SET updated_at = now(),
     image_id = CASE WHEN id = ANY (:variantIds::text[]) THEN :id ELSE NULL END
   WHERE product_id = :productId
     AND CASE WHEN id = ANY (:variantIds::text[]) THEN image_id IS DISTINCT FROM :id ELSE image_id = :id END`,
);

const countVariants = statement('productImages.countVariants')<
  { productId: string; variantIds: readonly string[] },
  { count: number }
>(
  `SELECT count(*) AS count FROM variants
   WHERE product_id = :productId AND id = ANY (:variantIds::text[])`,
);

const deleteImage = statement('productImages.delete')<{ id: string }>(
  `DELETE FROM product_images WHERE id = :id`,
);

/**
 * Adds a picture to a product.
 * @throws {AppError} not_found for the product, the file or a variant; state_conflict for a file that is
 *   no public picture; image_known, too_many_images.
 */
export function addImage(
  { audit }: ProductImagesDeps,
  ctx: Context,
  productId: string,
  { fileId, url, alt, position, variantIds }: NewImage,
): Promise<StaffImage> {
  return inTransaction(ctx, async (ctx) => {
    const known = await lockImages(ctx, productId);
    if (known.length >= MAX_PRODUCT_IMAGES) {
      const message = `A product has at most ${MAX_PRODUCT_IMAGES} pictures. Take one out first.`;
      throw new AppError('too_many_images', message);
    }
    // As the import writes it, so that importing an export finds it again.
    const source = url === undefined ? `file:${fileId}` : (repairPictureUrl(url) ?? url);
    if (known.some((image) => isSame(image, { fileId, source }))) {
      throw new AppError('image_known', 'The product has this picture already. Change that one.');
    }
    if (fileId !== undefined) await requirePicture(ctx, fileId);
    const id = newId('image');
    const row = { id, productId, position: known.length + 1, source, fileId: fileId ?? null, alt };
    await ctx.db.execute(insertImage, row);
    if (position !== undefined) await moveImage(ctx, known, { id, position });
    if (variantIds.length > 0) await showVariants(ctx, productId, { id, variantIds });
    const image = await getImage(ctx, { productId, imageId: id });
    await audit.record(ctx, {
      action: 'product_image.create',
      subject: productId,
      after: auditedOf(image),
    });
    return image;
  });
}

/**
 * Changes the text, the place or the variants of a picture.
 * @throws {AppError} not_found, also for a variant of another product.
 * @throws {OutdatedError} precondition_failed, with the picture as it is.
 */
export function changeImage(
  { audit }: ProductImagesDeps,
  ctx: Context,
  place: ImagePlace,
  { alt, position, variantIds, isExpected }: ImageChange,
): Promise<StaffImage> {
  const { productId, imageId: id } = place;
  return inTransaction(ctx, async (ctx) => {
    const images = await lockImages(ctx, productId);
    const known = expected(images, id, isExpected);
    await ctx.db.execute(setAlt, { id, alt: alt ?? null });
    if (position !== undefined) await moveImage(ctx, images, { id, position });
    if (variantIds) await showVariants(ctx, productId, { id, variantIds });
    const image = await getImage(ctx, place);
    await audit.record(ctx, {
      action: 'product_image.change',
      subject: productId,
      before: auditedOf(known),
      after: auditedOf(image),
    });
    return image;
  });
}

/**
 * Takes a picture out of a product; those after it move up. The file stays until it is purged.
 * @returns the picture as it was.
 * @throws {AppError} not_found
 * @throws {OutdatedError} precondition_failed, with the picture as it is.
 */
export function removeImage(
  { audit }: ProductImagesDeps,
  ctx: Context,
  { productId, imageId }: ImagePlace,
  { isExpected }: Expectation,
): Promise<StaffImage> {
  return inTransaction(ctx, async (ctx) => {
    const images = await lockImages(ctx, productId);
    const known = expected(images, imageId, isExpected);
    await ctx.db.execute(deleteImage, { id: imageId });
    const ids = images.map(({ document }) => document.id).filter((id) => id !== imageId);
    await ctx.db.execute(setOrder, { ids });
    await audit.record(ctx, {
      action: 'product_image.remove',
      subject: productId,
      before: auditedOf(known),
    });
    return known;
  });
}

/** What the audit log says of a picture before and after. */
function auditedOf({ document: { id, source, alt, position }, fileId, variants }: StaffImage) {
  return { imageId: id, fileId, source, alt, position, variants };
}

async function lockImages(ctx: Context, productId: string): Promise<StaffImage[]> {
  const [product] = await ctx.db.query(lockProduct, { id: productId });
  if (!product) throw notFound('product');
  return await findImages(ctx, productId);
}

async function getImage(ctx: Context, { productId, imageId }: ImagePlace): Promise<StaffImage> {
  return expected(await findImages(ctx, productId), imageId, undefined);
}

function expected(
  images: readonly StaffImage[],
  id: string,
  isExpected: Expectation['isExpected'],
): StaffImage {
  const image = images.find(({ document }) => document.id === id);
  if (!image) throw notFound('picture');
  if (isExpected?.(image) === false) {
    const message = 'The picture has changed. Read it again, then retry.';
    throw new OutdatedError('precondition_failed', message, image);
  }
  return image;
}

function isSame(
  image: StaffImage,
  { fileId, source }: { readonly fileId: string | undefined; readonly source: string },
): boolean {
  return image.document.source === source || (fileId !== undefined && image.fileId === fileId);
}

async function requirePicture(ctx: Context, id: string): Promise<void> {
  const [file] = await ctx.db.query(lockFile, { id });
  if (!file) throw notFound('file');
  if (file.kind !== 'picture' || file.visibility !== 'public') {
    const message = 'The file is no public picture. Upload it as one, then add that.';
    throw new AppError('state_conflict', message);
  }
}

async function moveImage(
  ctx: Context,
  images: readonly StaffImage[],
  { id, position }: { readonly id: string; readonly position: number },
): Promise<void> {
  const others = images.map(({ document }) => document.id).filter((other) => other !== id);
  await ctx.db.execute(setOrder, { ids: others.toSpliced(position - 1, 0, id) });
}

async function showVariants(
  ctx: Context,
  productId: string,
  { id, variantIds }: { readonly id: string; readonly variantIds: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(variantIds)];
  const [row] = await ctx.db.query(countVariants, { productId, variantIds: wanted });
  if (row?.count !== wanted.length) throw notFound('variant');
  await ctx.db.execute(setVariants, { id, productId, variantIds: wanted });
}
