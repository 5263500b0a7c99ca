import type { Column } from './columns.ts';
import type { ImageDraft } from './productDraft.ts';
import type { Row } from './row.ts';

const MAX_URL = 2048;
const MAX_ALT = 512;

/**
 * The picture that a cell names: an http(s) URL or a path below the file's folder; null when blank.
 * @throws {RowError} for other schemes and for paths that lead out of the folder.
 */
export function readImageSrc(row: Row, column: Column): string | null {
  const src = row.text(column, MAX_URL);
  if (src === '') return null;
  if (/^https?:\/\/\S+$/i.test(src)) return src;
  const path = src.split(/[/\\]/);
  if (/^[a-z][a-z\d+.-]*:/i.test(src) || path[0] === '' || path.includes('..')) {
    row.fail(column, `"${src}" is neither an http(s) URL nor a path below the file's folder`);
  }
  return src;
}

/** The images of one product: each source once, in the order of their positions. */
export class ImageList {
  readonly #images: ImageDraft[] = [];

  /** Reads the image of a row, if it has one, without adding it: a later cell may be bad. */
  static read(row: Row): ImageDraft | null {
    const src = readImageSrc(row, 'imageSrc');
    if (src === null) return null;
    const position = row.integer('imagePosition') ?? Infinity;
    return { src, position, alt: row.text('imageAlt', MAX_ALT) };
  }

  add(image: ImageDraft): void {
    const earlier = this.#images.find(({ src }) => src === image.src);
    if (earlier === undefined) this.#images.push({ ...image });
    else if (earlier.alt === '') earlier.alt = image.alt;
  }

  /** Sorted by the file's positions (those without one last), then numbered from 1. */
  toDrafts(): ImageDraft[] {
    return this.#images
      .toSorted((a, b) => (a.position === b.position ? 0 : a.position - b.position))
      .map((image, index) => ({ ...image, position: index + 1 }));
  }
}
