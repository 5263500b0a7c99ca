import { isLink } from './planImages.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { StoredProduct } from '../write/loadProducts.ts';

/**
 * The product with its own stored pictures under the names that they were imported by: an export names
 * one that was a file beside the CSV by its address in this shop.
 * @param mediaUrl where stored pictures are found; without a slash at the end.
 */
export function withOwnPictures(
  read: ReadProduct,
  stored: StoredProduct | undefined,
  mediaUrl: string,
): ReadProduct {
  const sources = new Map<string, string>();
  for (const { source, storageKey } of stored?.images ?? []) {
    if (storageKey !== null && !isLink(source)) sources.set(`${mediaUrl}/${storageKey}`, source);
  }
  if (sources.size === 0) return read;
  const sourceOf = (src: string) => sources.get(src) ?? src;
  const { images, variants } = read.product;
  return {
    ...read,
    product: {
      ...read.product,
      images: images.map((image) => ({ ...image, src: sourceOf(image.src) })),
      variants: variants.map((variant) => ({
        ...variant,
        imageSrc: variant.imageSrc === null ? null : sourceOf(variant.imageSrc),
      })),
    },
  };
}
