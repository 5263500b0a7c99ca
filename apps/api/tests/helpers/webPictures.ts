import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { RemoteFiles } from '../../src/ports/remoteFiles.ts';

/** In the place of the web: a picture at each address, unlike those at others. */
export const webPictures: RemoteFiles = {
  async open(url) {
    const [r = 0, g = 0, b = 0] = createHash('sha256').update(url).digest();
    const background = { r, g, b };
    const picture = sharp({ create: { width: 90, height: 60, channels: 3, background } });
    return { stream: Readable.from([await picture.png().toBuffer()]), url };
  },
};
