import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** The files of a zip, by their names, as text. */
export function unzip(zip: Buffer): Record<string, string> {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end--;
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('The zip is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    ) as [number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const isDeflated = zip.readUInt16LE(at + 10) === DEFLATED;
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files[name] = (isDeflated ? inflateRawSync(content) : content).toString();
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
