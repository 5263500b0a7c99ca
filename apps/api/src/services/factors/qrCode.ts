import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { once } from '../../utils/once.ts';

/** Modules around the code that stay white (ISO 18004 asks for four). */
const BORDER = 4;
/** Pixels of a module. */
const SCALE = 6;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const compress = promisify(deflate);

const loadEncoder = once(async () => (await import('qr')).default);

/** A text as a QR code, in both forms that pages and mails take. */
export async function drawQrCode(text: string): Promise<{ svg: string; png: Buffer }> {
  const encode = await loadEncoder();
  const svg = encode(text, 'svg', { border: BORDER });
  return { svg, png: await pngOf(encode(text, 'raw', { border: BORDER })) };
}

/** Black and white, one bit a pixel. */
async function pngOf(modules: readonly (readonly boolean[])[]): Promise<Buffer> {
  const side = modules.length * SCALE;
  const lines = modules.flatMap((row) => Array.from({ length: SCALE }, () => lineOf(row)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit, greyscale.
  header[8] = 1;
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', await compress(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([PNG_SIGNATURE, ...chunks]);
}

/** A line of pixels, after the byte that names its filter: none. */
function lineOf(row: readonly boolean[]): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((row.length * SCALE) / 8));
  for (let x = 0; x < row.length * SCALE; x++) {
    const isWhite = row[Math.floor(x / SCALE)] !== true;
    if (isWhite) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return line;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
