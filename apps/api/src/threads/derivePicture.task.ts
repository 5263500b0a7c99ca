import sharp, { type Sharp } from 'sharp';
import { DERIVATIVE_WIDTHS, MAX_PICTURE_PIXELS, SQUARE_WIDTHS } from '../domains/media.limits.ts';
import type { DerivativeFormat } from '../domains/media.enums.ts';
import { isAboutContent } from './pictureErrors.ts';

export interface DeriveTaskInput {
  /** Of a clean picture. */
  path: string;
  /** What squares keep in sight: 0 is left or top, 1 right or bottom. */
  focalX: number;
  focalY: number;
}

interface MadeDerivative {
  width: number;
  height: number;
  format: DerivativeFormat;
  crop: 'square' | null;
  data: Uint8Array;
}

/** What WebP holds in either direction; AVIF as sharp writes it holds one more. */
const MAX_SIDE = 16_383;

/** `unreadable` is the reason for a permanent failure. */
export type DeriveTaskOutput =
  { ok: true; derivatives: MadeDerivative[] } | { ok: false; unreadable: string };

/**
 * Measured with a photo of 12 megapixels, whose fourteen versions take 1.4 s of CPU. The next effort of
 * AVIF takes 2.6 times as long for files smaller by a quarter, the next of WebP 2 times for 3 percent.
 */
const encoders: Readonly<Record<DerivativeFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 0, chromaSubsampling: '4:2:0' }),
  webp: (picture) => picture.webp({ quality: 75, effort: 2 }),
};

// Several threads run already, each with another picture.
sharp.concurrency(1);
sharp.cache(false);

interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

/**
 * Makes the smaller versions of a picture: of an animation, those of its first frame. It is decoded
 * once, and each size is made of the one above it. None is larger than the picture, and one that is too
 * tall for the formats is narrower.
 * @throws what is no fault of the picture's content, such as a lack of memory: it may succeed later.
 */
export default async function derivePicture(input: DeriveTaskInput): Promise<DeriveTaskOutput> {
  let largest: Pixels;
  try {
    largest = await decode(input.path);
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    return { ok: false, unreadable: error.message };
  }
  // The file is read no longer: what fails now is not about it.
  return { ok: true, derivatives: await deriveFrom(largest, input) };
}

async function deriveFrom(largest: Pixels, input: DeriveTaskInput): Promise<MadeDerivative[]> {
  const derivatives: MadeDerivative[] = [];
  let pixels = await bounded(largest);
  for (const width of DERIVATIVE_WIDTHS.toReversed()) {
    // A width above that of the picture gives way to the picture's own, once.
    if (width > pixels.width && derivatives.some((made) => made.width === pixels.width)) continue;
    if (width < pixels.width) pixels = await pixelsOf(open(pixels).resize({ width }));
    derivatives.push(...(await encode(pixels, null)));
  }
  let square = await cropSquare(largest, input);
  const squares = new Set(SQUARE_WIDTHS.map((width) => Math.min(width, square.width)));
  for (const width of [...squares].sort((a, b) => b - a)) {
    if (width < square.width) square = await pixelsOf(open(square).resize(width, width));
    derivatives.push(...(await encode(square, 'square')));
  }
  return derivatives;
}

async function bounded(pixels: Pixels): Promise<Pixels> {
  if (pixels.height <= MAX_SIDE) return pixels;
  // Not by the height alone, which leaves no width of a picture that is a line.
  const width = Math.max(1, Math.round((pixels.width * MAX_SIDE) / pixels.height));
  return pixelsOf(open(pixels).resize({ width, height: MAX_SIDE, fit: 'fill' }));
}

/** The picture in the largest size that is needed, for which a JPEG is not decoded whole. */
async function decode(path: string): Promise<Pixels> {
  const picture = sharp(path, { limitInputPixels: MAX_PICTURE_PIXELS, sequentialRead: true });
  const { width, height } = await picture.metadata();
  const forSquare = Math.ceil((Math.max(...SQUARE_WIDTHS) * width) / Math.min(width, height));
  const wanted = Math.max(...DERIVATIVE_WIDTHS, forSquare);
  return pixelsOf(picture.resize({ width: Math.min(wanted, width) }).toColourspace('srgb'));
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, ...info, channels: info.channels };
}

function open({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

async function encode(pixels: Pixels, crop: MadeDerivative['crop']): Promise<MadeDerivative[]> {
  const made: MadeDerivative[] = [];
  for (const format of ['avif', 'webp'] as const) {
    const data = await encoders[format](open(pixels)).toBuffer();
    made.push({ width: pixels.width, height: pixels.height, format, crop, data });
  }
  return made;
}

/** The largest square with the focal point as near to its middle as the picture allows. */
async function cropSquare(pixels: Pixels, { focalX, focalY }: DeriveTaskInput): Promise<Pixels> {
  const side = Math.min(pixels.width, pixels.height);
  const at = (length: number, focal: number) =>
    Math.round(Math.min(Math.max(focal * length - side / 2, 0), length - side));
  const left = at(pixels.width, focalX);
  const top = at(pixels.height, focalY);
  const wanted = Math.min(side, Math.max(...SQUARE_WIDTHS));
  const area = { left, top, width: side, height: side };
  return pixelsOf(open(pixels).extract(area).resize(wanted, wanted));
}
