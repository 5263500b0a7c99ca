import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { ImageDocument } from '../products.service.ts';
import { IMAGE_DOCUMENT, IMAGES_WITH_FILES } from './sql.ts';

/** A picture of a product as staff see it. */
export interface StaffImage {
  readonly document: ImageDocument;
  readonly fileId: string | null;
  /** The ids of the variants that it shows. */
  readonly variants: readonly string[];
  /** Raised by each change of staff. */
  readonly version: number;
}

const selectImages = statement('productImages.list')<{ productId: string }, StaffImage>(
  `SELECT ${IMAGE_DOCUMENT} AS document, i.file_id AS "fileId", i.version,
          ARRAY(SELECT v.id FROM variants v WHERE v.image_id = i.id ORDER BY v.position, v.id) AS variants
   ${IMAGES_WITH_FILES}
   WHERE i.product_id = :productId ORDER BY i.position, i.id`,
);

const findProduct = statement('productImages.product')<{ id: string }, { id: string }>(
  `SELECT id FROM products WHERE id = :id`,
);

/** The pictures of a product in their order. @throws {AppError} not_found */
export async function listImages(ctx: Context, productId: string): Promise<StaffImage[]> {
  const images = await findImages(ctx, productId);
  if (images.length === 0) {
    const [product] = await ctx.db.query(findProduct, { id: productId });
    if (!product) throw notFound('product');
  }
  return images;
}

export async function findImages({ db }: Context, productId: string): Promise<StaffImage[]> {
  return await db.query(selectImages, { productId });
}
