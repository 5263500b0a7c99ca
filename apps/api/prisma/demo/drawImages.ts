/**
 * Draws the demo catalogue's pictures: `node apps/api/prisma/demo/drawImages.ts`. The results are
 * checked in, so this runs only when a picture changes.
 */
import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';
import { pictures } from './pictures.ts';
import { picture } from './svg.ts';

const folder = new URL('images/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const { name, motif, ...palette } of pictures) {
  const svg = Buffer.from(picture(motif, palette));
  const file = new URL(`${name}.webp`, folder);
  await sharp(svg, { density: 72 })
    .resize(800, 800)
    .webp({ quality: 78, effort: 6 })
    .toFile(file.pathname);
}
