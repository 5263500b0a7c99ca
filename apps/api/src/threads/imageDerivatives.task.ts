import sharp, { type Sharp } from 'sharp';

/** A picture of 12,000 × 8,000; beyond this a small file can take gigabytes of memory. */
const MAX_INPUT_PIXELS = 96_000_000;
const WEBP_QUALITY = 80;

export interface ImageTaskInput {
  original: Uint8Array;
  /** Wanted widths in pixels; what is wider than the original is made as wide as that is. */
  widths: readonly number[];
}

interface ImageDerivative {
  width: number;
  height: number;
  format: 'webp';
  data: Uint8Array;
}

/** The result for a picture; `unreadable` is the reason for a permanent failure. */
export type ImageTaskOutput =
  | { ok: true; width: number; height: number; derivatives: ImageDerivative[] }
  | { ok: false; unreadable: string };

// Several threads run already, each with another picture.
sharp.concurrency(1);

/** Makes smaller WebP versions of a picture, upright and without its metadata (camera, place). */
export default async function imageDerivatives(input: ImageTaskInput): Promise<ImageTaskOutput> {
  const open = () => sharp(input.original, { limitInputPixels: MAX_INPUT_PIXELS });
  try {
    const { width, height } = (await open().metadata()).autoOrient;
    const widths = new Set(input.widths.map((wanted) => Math.min(wanted, width)));
    const derivatives: ImageDerivative[] = [];
    for (const wanted of [...widths].sort((a, b) => a - b)) {
      derivatives.push(await derive(open(), wanted));
    }
    return { ok: true, width, height, derivatives };
  } catch (error) {
    // All that sharp reads is in memory, so that what it refuses now it will refuse again.
    return { ok: false, unreadable: error instanceof Error ? error.message : String(error) };
  }
}

async function derive(image: Sharp, wanted: number): Promise<ImageDerivative> {
  const { data, info } = await image
    .autoOrient()
    .resize({ width: wanted, withoutEnlargement: true })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, format: 'webp', data };
}
