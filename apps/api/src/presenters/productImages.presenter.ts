import type { ImageDocument } from '../services/products.service.ts';
import type { ProductImage } from '../validators/products.validator.ts';

/**
 * A picture with its addresses.
 * @param mediaUrl where stored pictures are found; without a slash at the end.
 * @returns null for one that is neither stored nor on the web, since it cannot be shown.
 */
export function presentImage(
  { source, storageKey, focalX, focalY, derivatives, ...rest }: ImageDocument,
  variants: readonly string[],
  mediaUrl: string,
): ProductImage | null {
  const urlOf = (key: string) => `${mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const linked = /^https?:\/\//i.test(source) ? source : null;
  const url = storageKey === null ? linked : urlOf(storageKey);
  if (url === null) return null;
  return {
    ...rest,
    url,
    focalPoint: focalX === null || focalY === null ? null : { x: focalX, y: focalY },
    variants: [...variants],
    derivatives: derivatives.map(({ width, height, format, crop, key }) => ({
      width,
      height: height ?? null,
      format,
      crop: crop ?? null,
      url: urlOf(key),
    })),
  };
}
