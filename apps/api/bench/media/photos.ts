import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { DERIVATIVE_WIDTHS, SQUARE_WIDTHS } from '../../src/domains/media.limits.ts';

/** Twelve megapixels, in pixels. */
export const PHOTO = { width: 4000, height: 3000 } as const;

/** Coarse structure and fine grain, which a JPEG of the size of a camera's comes from. */
export async function photoOf(seed: number): Promise<Buffer> {
  const layer = (width: number, height: number) => ({
    input: Buffer.from(randomFillSync(new Uint8Array(width * height * 3))),
    raw: { width, height, channels: 3 as const },
  });
  const grain = layer(PHOTO.width / 4, PHOTO.height / 4);
  const coarse = layer(40, 30);
  const soft = await sharp(coarse.input, { raw: coarse.raw })
    .resize(PHOTO.width, PHOTO.height, { kernel: 'cubic' })
    .blur(12)
    .png({ compressionLevel: 0 })
    .toBuffer();
  const fine = await sharp(grain.input, { raw: grain.raw })
    .resize(PHOTO.width, PHOTO.height)
    .ensureAlpha(0.12)
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(soft)
    .composite([{ input: fine }])
    .withExif({ IFD0: { ImageDescription: `Photo ${seed}` } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/**
 * Makes the versions that the shop makes, by a bare script that takes each from the photo.
 * @returns milliseconds of CPU.
 */
export async function deriveBare(photo: Buffer): Promise<number> {
  const before = process.cpuUsage();
  const open = () => sharp(photo).autoOrient();
  const sizes = [
    ...DERIVATIVE_WIDTHS.map((width) => () => open().resize({ width })),
    ...SQUARE_WIDTHS.map((side) => () => open().resize(side, side)),
  ];
  for (const size of sizes) {
    await size().avif({ quality: 55, effort: 0, chromaSubsampling: '4:2:0' }).toBuffer();
    await size().webp({ quality: 75, effort: 2 }).toBuffer();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
