import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { errorCode } from '../../../utils/errorCode.ts';
import type { StorageService } from '../../storage.service.ts';
import { isLink } from '../plan/planImages.ts';
import type { ProductPlan } from '../plan/planProduct.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';

/** Files that are open at the same time. */
const PARALLEL = 8;
/** What the image jobs take. */
const MAX_BYTES = 50 * 1024 * 1024;

/** No SVG: it may carry scripts, and would be served from the shop's own address. */
const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/** The keys that these products' pictures are stored under; of files with the hash of what was uploaded. */
const loadKeys = statement('import.pictureKeys')<
  { handles: readonly string[] },
  { key: string; sha256: string | null },
  'key' | 'sha256'
>(
  `SELECT DISTINCT i.storage_key AS key, f.sha256
   FROM product_images i JOIN products p ON p.id = i.product_id LEFT JOIN files f ON f.id = i.file_id
   WHERE p.handle = ANY (:handles::text[]) AND i.storage_key IS NOT NULL`,
);

export interface Pictures {
  /** Storage keys by the paths in the file. */
  keys: Map<string, string>;
  /** Why a picture could not be read, by its path. */
  problems: Map<string, string>;
}

interface PictureOptions {
  storage: Pick<StorageService, 'contentKey' | 'put'>;
  /** The folder that relative paths start from; null when there is none. */
  baseDir: string | null;
  dryRun: boolean;
}

/**
 * Reads the pictures that a batch names by a path and stores new ones, each under the hash of its
 * content. Runs outside the batch's transaction, since a storage may be on the network; a file
 * whose batch fails remains and is harmless.
 */
export async function storePictures(
  ctx: Context,
  batch: readonly ReadProduct[],
  options: PictureOptions,
): Promise<Pictures> {
  const pictures: Pictures = { keys: new Map(), problems: new Map() };
  const sources = new Set(
    batch.flatMap(({ product }) =>
      product.images.map(({ src }) => src).filter((src) => !isLink(src)),
    ),
  );
  if (sources.size === 0) return pictures;
  const handles = batch.map(({ product }) => product.handle);
  const found = await ctx.db.query(loadKeys, { handles });
  const stored = new Map(found.map(({ key, sha256 }) => [sha256 ?? hashIn(key), key]));

  const queue = sources.values();
  const work = async () => {
    for (const source of queue) {
      try {
        pictures.keys.set(source, await storePicture(source, stored, options));
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        pictures.problems.set(source, error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return pictures;
}

/** A row that names a picture which could not be read. */
interface MissingPicture {
  line: number;
  reason: string;
  /** The row has nothing else, and nothing of it is there. */
  isLost: boolean;
}

/** The rows of the product that name pictures with problems, but for those that are rejected already. */
export function missingPictures(
  { read, images, rejected }: Pick<ProductPlan, 'read' | 'images' | 'rejected'>,
  problems: Pictures['problems'],
): MissingPicture[] {
  const there = new Set(images.map(({ row }) => row.source));
  const rejectedLines = new Set(rejected.map(({ line }) => line));
  return read.product.images.flatMap(({ src, mentions }) => {
    const reason = problems.get(src);
    if (reason === undefined) return [];
    return mentions
      .filter(({ line }) => !rejectedLines.has(line))
      .map(({ line, isAlone }) => ({ line, reason, isLost: isAlone && !there.has(src) }));
  });
}

async function storePicture(
  source: string,
  stored: ReadonlyMap<string, string>,
  { storage, baseDir, dryRun }: PictureOptions,
): Promise<string> {
  const contentType = contentTypes[path.extname(source).toLowerCase()];
  if (contentType === undefined) {
    const known = Object.keys(contentTypes).join(', ');
    throw new PictureError(`"${source}" is not a picture that we take (${known})`);
  }
  if (baseDir === null) throw new PictureError(`"${source}" is not an http(s) URL`);
  const content = await readPicture(source, baseDir);
  const key = storage.contentKey(content, contentType);
  const known = stored.get(hashIn(key));
  if (known !== undefined) return known;
  if (!dryRun) await storage.put(key, content, contentType);
  return key;
}

/** The hash of the content that a key is made of. */
function hashIn(key: string): string {
  return path.posix.parse(key).name;
}

/** @throws {PictureError} when the file is missing, too large, or outside the folder (by a link, too). */
async function readPicture(source: string, baseDir: string): Promise<Buffer> {
  try {
    const root = await realpath(baseDir);
    const file = await realpath(path.resolve(root, source.replaceAll('\\', '/')));
    if (!file.startsWith(root + path.sep)) {
      throw new PictureError(`"${source}" lies outside the file's folder`);
    }
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new PictureError(`"${source}" is larger than ${MAX_BYTES} bytes`);
    return await readFile(file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new PictureError(`there is no file "${source}" beside the CSV file`);
    }
    if (code === 'EACCES' || code === 'EISDIR') {
      throw new PictureError(`"${source}" cannot be read (${code})`);
    }
    throw error;
  }
}

/** An unreadable picture; its product is imported without it. */
class PictureError extends Error {
  override readonly name = 'PictureError';
}
