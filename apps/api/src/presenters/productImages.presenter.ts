import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type { ImageDocument } from '../services/products.service.ts';
import type { StaffImage } from '../services/productImages.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type { staffProductImageSchema } from '../validators/productImages.validator.ts';
import type { ProductImage } from '../validators/products.validator.ts';

/**
 * A picture with its addresses.
 * @param mediaUrl where stored pictures are found; without a slash at the end.
 * @returns null for one that is neither stored nor on the web, since it cannot be shown.
 */
export function presentImage(
  image: ImageDocument,
  variants: readonly string[],
  mediaUrl: string,
): ProductImage | null {
  const { url, ...shown } = presentAny(image, variants, mediaUrl);
  return url === null ? null : { ...shown, url };
}

export function presentStaffImage(
  { document, variants, fileId }: StaffImage,
  mediaUrl: string,
): Shown<typeof staffProductImageSchema> {
  return { ...presentAny(document, variants, mediaUrl), fileId, source: document.source };
}

function presentAny(
  { source, storageKey, focalX, focalY, derivatives, ...rest }: ImageDocument,
  variants: readonly string[],
  mediaUrl: string,
) {
  const urlOf = (key: string) => `${mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const linked = /^https?:\/\//i.test(source) ? source : null;
  return {
    ...rest,
    url: storageKey === null ? linked : urlOf(storageKey),
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

/** The entity tag of a picture: of what is shown of it, and of how often staff have changed it. */
export function imageEtag(image: StaffImage): string {
  return etagOf(JSON.stringify(image));
}

/** Whether a picture is as `If-Match` names it; undefined where any will do. */
export function isImageOf(
  ifMatch: string | undefined,
): ((image: StaffImage) => boolean) | undefined {
  return ifMatch === undefined ? undefined : (image) => matchesEtag(ifMatch, imageEtag(image));
}

/** What a refusal shows of the picture as it is now: its tag. */
export function presentOutdatedImage({ current }: OutdatedError<StaffImage>): AppErrorOptions {
  return { headers: { ETag: imageEtag(current) } };
}
