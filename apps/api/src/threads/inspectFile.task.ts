import { open, stat } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import {
  DOCUMENT_TYPES,
  MAX_ANIMATION_PIXELS,
  MAX_DOCUMENT_BYTES,
  MAX_PICTURE_BYTES,
  MAX_PICTURE_FRAMES,
  MAX_PICTURE_PIXELS,
  PICTURE_TYPES,
} from '../domains/media.limits.ts';
import { hindranceIn, type Hindrance } from './pictureErrors.ts';

export interface InspectTaskInput {
  /** The file as it came. */
  path: string;
  /** Where a picture is written without what it should not say. */
  cleanPath: string;
  /** As the client calls it; null where it does not. */
  declaredType: string | null;
}

type Refusal =
  'file_type_refused' | 'file_empty' | 'file_too_large' | 'file_damaged' | 'picture_too_large';

/** What the file is; a refusal is final. */
export type InspectTaskOutput =
  | {
      ok: true;
      kind: 'picture';
      contentType: string;
      /** Of the clean file. */
      bytes: number;
      width: number;
      height: number;
      /** #rrggbb */
      dominantColor: string;
    }
  | { ok: true; kind: 'document'; contentType: string }
  | { ok: false; code: Refusal; message: string }
  /** `reason` is for the log: it may name files of this machine. */
  | { ok: false; code: Hindrance; message: string; reason: string };

/** An AVIF of several tiles may be larger than what is written again. */
const MAX_AVIF_SIDE = 16_384;
/** What tells all types apart that are taken. */
const FIRST_BYTES = 4100;
/** A text has no mark of its type: so much of it must be one. */
const TEXT_BYTES = 65_536;
/** No picture within the limits takes as long where the machine has time for it. */
const MAX_SECONDS = 30;
const SWATCH_PIXELS = 64;

// Several threads run already, each with another picture; and what was read once is not read again.
sharp.concurrency(1);
sharp.cache(false);

const pictures: ReadonlySet<string> = new Set(PICTURE_TYPES);
const documents: ReadonlySet<string> = new Set(DOCUMENT_TYPES);
const texts: ReadonlySet<string> = new Set(['text/csv', 'text/plain']);

class RefusedFile extends Error {
  readonly code: Refusal;

  constructor(code: Refusal, message: string) {
    super(message);
    this.code = code;
  }
}

class Hindered extends Error {
  readonly code: Hindrance;
  readonly reason: string;

  constructor(code: Hindrance, reason: unknown) {
    const what = code === 'busy' ? 'The shop is overloaded' : 'There is no room for the file';
    super(`${what} at the moment. Try again soon.`);
    this.code = code;
    this.reason = String(reason);
  }
}

/**
 * Finds out by its bytes what a file is, whatever it is called, and writes a picture again: upright,
 * in sRGB, and without what its camera has added.
 */
export default async function inspectFile(input: InspectTaskInput): Promise<InspectTaskOutput> {
  try {
    const { size } = await stat(input.path);
    if (size === 0) throw new RefusedFile('file_empty', 'The file has no bytes. Send it again.');
    const contentType = await typeOf(input);
    if (!pictures.has(contentType)) {
      requireBytes(size, MAX_DOCUMENT_BYTES);
      return { ok: true, kind: 'document', contentType };
    }
    requireBytes(size, MAX_PICTURE_BYTES);
    return { ok: true, kind: 'picture', contentType, ...(await cleanPicture(input, contentType)) };
  } catch (error) {
    if (error instanceof Hindered) {
      return { ok: false, code: error.code, message: error.message, reason: error.reason };
    }
    if (!(error instanceof RefusedFile)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}

function requireBytes(bytes: number, limit: number): void {
  if (bytes <= limit) return;
  throw new RefusedFile(
    'file_too_large',
    `The file has ${bytes} bytes; at most ${limit} are taken of its type.`,
  );
}

/** @throws {RefusedFile} file_type_refused */
async function typeOf({ path, declaredType }: InspectTaskInput): Promise<string> {
  const head = await readHead(path, TEXT_BYTES);
  const found = (await fileTypeFromBuffer(head.subarray(0, FIRST_BYTES)))?.mime;
  if (found === undefined) return textTypeOf(head, declaredType);
  if (pictures.has(found)) {
    // A picture under the name of another is what it is; under that of a document it is a mistake.
    if (declaredType === null || !documents.has(declaredType)) return found;
    throw refused(`The file was sent as ${declaredType}, but is ${found}.`);
  }
  if (!documents.has(found)) throw refused(`Files of the type ${found} are not taken.`);
  if (declaredType === null || declaredType === found) return found;
  throw refused(`The file was sent as ${declaredType}, but is ${found}.`);
}

function textTypeOf(head: Uint8Array, declaredType: string | null): string {
  if (declaredType === null || !texts.has(declaredType)) {
    const sentAs = declaredType === null ? '' : ` It was sent as ${declaredType}.`;
    throw refused(`The first bytes of the file are of no known type.${sentAs}`);
  }
  if (head.includes(0)) throw refused('The file is no text: it has bytes of value 0.');
  const start = new TextDecoder('latin1').decode(head.subarray(0, 1024)).trimStart();
  if (/^(?:ï»¿)?\s*<(?:!doctype|!--|html|head|body|script|svg|\?)/i.test(start)) {
    throw refused('The file is markup, not text.');
  }
  return declaredType;
}

function refused(what: string): RefusedFile {
  const instead =
    'Send a JPEG, PNG, WebP, AVIF or GIF; or, not for everyone to see, a PDF, ZIP, CSV or plain text.';
  return new RefusedFile('file_type_refused', `${what} ${instead}`);
}

async function readHead(path: string, bytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** @throws {RefusedFile} {Hindered} */
async function cleanPicture({ path, cleanPath }: InspectTaskInput, contentType: string) {
  const isAnimated = await requireSize(path, contentType);
  const source = pictureOf(path, isAnimated).autoOrient();
  let info: OutputInfo;
  try {
    info = await encoded(source, contentType, isAnimated)
      .timeout({ seconds: MAX_SECONDS })
      .toFile(cleanPath);
  } catch (error) {
    throw await faultOf(error, path, isAnimated);
  }
  return {
    bytes: info.size,
    width: info.width,
    height: info.pageHeight ?? info.height,
    dominantColor: await dominantColorOf(cleanPath).catch((error: unknown) => {
      // What was just written can be read, unless the disk says otherwise.
      throw new Hindered('storage_unavailable', error);
    }),
  };
}

/** Whether the file is at fault, or what it was to be written to. */
async function faultOf(error: unknown, path: string, isAnimated: boolean): Promise<Error> {
  const hindrance = hindranceOf(error);
  if (hindrance) return hindrance;
  // It can be read, but not as large as that be written in its own format.
  if (/too large for/i.test(String(error))) return damaged(error, path);
  // The library says of a disk what the disk says. Reading it once more, writing nothing, tells.
  try {
    await pictureOf(path, isAnimated).stats();
  } catch (fault) {
    return hindranceOf(fault) ?? damaged(fault, path);
  }
  return new Hindered('storage_unavailable', error);
}

/** What neither the file nor the disk is at fault for. */
function hindranceOf(error: unknown): Hindered | undefined {
  const code = hindranceIn(error);
  return code && new Hindered(code, error);
}

function pictureOf(path: string, isAnimated: boolean): Sharp {
  return sharp(path, {
    failOn: 'error',
    limitInputPixels: isAnimated ? MAX_ANIMATION_PIXELS : MAX_PICTURE_PIXELS,
    sequentialRead: true,
    ...(isAnimated && { animated: true }),
  });
}

/**
 * Reads the head alone: a small file can say that it is huge.
 * @returns whether it has several frames.
 * @throws {RefusedFile} picture_too_large, file_damaged; {Hindered}
 */
async function requireSize(path: string, contentType: string): Promise<boolean> {
  let size: { width: number; height: number; pages: number };
  try {
    const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    size = { width, height, pages };
  } catch (error) {
    throw hindranceOf(error) ?? damaged(error, path);
  }
  const { width, height, pages } = size;
  const says = `The picture has ${width} × ${height} pixels`;
  if (width * height > MAX_PICTURE_PIXELS) {
    throw new RefusedFile(
      'picture_too_large',
      `${says}; at most ${MAX_PICTURE_PIXELS} are taken. Send a smaller one.`,
    );
  }
  if (contentType === 'image/avif' && Math.max(width, height) > MAX_AVIF_SIDE) {
    throw new RefusedFile(
      'picture_too_large',
      `${says}; an AVIF has at most ${MAX_AVIF_SIDE} in each direction. Send a smaller one.`,
    );
  }
  if (pages > MAX_PICTURE_FRAMES) {
    throw new RefusedFile(
      'picture_too_large',
      `The picture has ${pages} frames; at most ${MAX_PICTURE_FRAMES} are taken.`,
    );
  }
  if (width * height * pages > MAX_ANIMATION_PIXELS) {
    throw new RefusedFile(
      'picture_too_large',
      `${says} in ${pages} frames; at most ${MAX_ANIMATION_PIXELS} are taken together.`,
    );
  }
  return pages > 1;
}

function damaged(error: unknown, path: string): RefusedFile {
  const text = error instanceof Error ? error.message : String(error);
  // Where the file is on this machine is not for clients to know.
  const why = (text.split('\n')[0] ?? '').replaceAll(path, 'the file');
  return new RefusedFile('file_damaged', `The picture cannot be read (${why}). Send it again.`);
}

/** Near to what came, and fast. Metadata is left out unless it is asked for, and colours become sRGB. */
function encoded(picture: Sharp, contentType: string, isAnimated: boolean): Sharp {
  switch (contentType) {
    case 'image/png':
      return picture.png({ compressionLevel: 6 });
    case 'image/webp':
      return picture.webp({ quality: 90, effort: isAnimated ? 0 : 2 });
    case 'image/avif':
      return picture.avif({ quality: 75, effort: 0 });
    case 'image/gif':
      return picture.gif({ effort: 1 });
    default:
      return picture.jpeg({ quality: 90 });
  }
}

/** The most frequent colour of what is shown on white, as #rrggbb. */
async function dominantColorOf(path: string): Promise<string> {
  const { data, info } = await sharp(path)
    .resize(SWATCH_PIXELS, SWATCH_PIXELS, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const { dominant } = await sharp(data, { raw: { width, height, channels } }).stats();
  return `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
