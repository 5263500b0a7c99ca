import { MAX_IMAGE_ALT_LENGTH } from '../../../domains/productImages.limits.ts';
import { repairPictureUrl } from '../../../utils/pictureUrl.ts';
import type { Column } from './columns.ts';
import { RowError } from '../errors.ts';
import type { ImageDraft } from './productDraft.ts';
import type { Row } from './row.ts';

const MAX_URL = 2048;

/** A row's picture, or why it cannot be read, which costs only the picture. */
type ReadPicture<Picture> =
  { picture: Picture | null; problem?: never } | { picture?: never; problem: RowError };

/** The image of a row with a place in the file's order; Infinity where it has none. */
type RowImage = Pick<ImageDraft, 'src' | 'position' | 'alt'>;

/** The image that a row names, if it does. */
export function readRowImage(row: Row): ReadPicture<RowImage> {
  return attempt(() => {
    const src = readSrc(row, 'imageSrc');
    if (src === null) return null;
    const position = row.integer('imagePosition') ?? Infinity;
    return { src, position, alt: row.text('imageAlt', MAX_IMAGE_ALT_LENGTH) };
  });
}

/** The source of the image that a row's variant is shown by. */
export function readVariantImage(row: Row): ReadPicture<string> {
  return attempt(() => readSrc(row, 'variantImage'));
}

function attempt<Picture>(read: () => Picture | null): ReadPicture<Picture> {
  try {
    return { picture: read() };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { problem: error };
  }
}

/**
 * The picture that a cell names: an http(s) URL or a path below the file's folder; null when blank.
 * @throws {RowError} for other schemes and for paths that lead out of the folder.
 */
function readSrc(row: Row, column: Column): string | null {
  const text = row.text(column, MAX_URL);
  if (text === '') return null;
  const url = repairPictureUrl(text);
  if (url !== null) {
    if (url.length > MAX_URL) row.fail(column, `the address is longer than ${MAX_URL} characters`);
    return url;
  }
  const path = text.split(/[/\\]/);
  if (/^[a-z][a-z\d+.-]*:/i.test(text) || path[0] === '' || path.includes('..')) {
    row.fail(column, `"${text}" is neither an http(s) URL nor a path below the file's folder`);
  }
  return text;
}

/** The images of one product: each source once, in the order of their positions. */
export class ImageList {
  readonly #images: ImageDraft[] = [];

  /** @param isAlone whether the row has nothing but this picture. */
  add(image: RowImage, line: number, isAlone: boolean): void {
    const mention = { line, isAlone };
    const earlier = this.#images.find(({ src }) => src === image.src);
    if (earlier === undefined) {
      this.#images.push({ ...image, mentions: [mention] });
      return;
    }
    if (!earlier.mentions.some((other) => other.line === line)) earlier.mentions.push(mention);
    if (earlier.alt === '') earlier.alt = image.alt;
  }

  /** Sorted by the file's positions (those without one last), then numbered from 1. */
  toDrafts(): ImageDraft[] {
    return this.#images
      .toSorted((a, b) => (a.position === b.position ? 0 : a.position - b.position))
      .map((image, index) => ({ ...image, position: index + 1 }));
  }
}
