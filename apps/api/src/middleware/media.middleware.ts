import { pipeline } from 'node:stream/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ByteRange, FileFacts } from '../ports/fileStore.ts';
import { asDiskError } from '../ports/fileStoreErrors.ts';
import type { StorageService } from '../services/storage.service.ts';
import { errorCode } from '../utils/errorCode.ts';
import { awaitFirstBytes } from '../utils/firstBytes.ts';
import { AppError } from '../kernel/errors.ts';
import { contentTypeOf, PRIVATE_FILES } from '../utils/storageKeys.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Serves stored files under their keys, below where it is mounted: with ranges, ETag and
 * conditional requests, wherever they are.
 */
export function createMediaHandler(storage: StorageService): RequestHandler {
  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const key = req.path.slice(1);
    if (key.startsWith(PRIVATE_FILES)) throw fileNotFound();
    setHeaders(res, key, storage.isImmutable(key));
    await sendStoredFile(storage, key, req, res, next);
  };
}

/**
 * Answers with a stored file; the headers that say what it is are set already.
 * @throws {AppError} not_found
 */
export async function sendStoredFile(
  storage: StorageService,
  key: string,
  req: Request,
  res: Response,
  next: NextFunction,
): Promise<void> {
  try {
    const local = storage.localFile(key);
    const facts = await storage.head(key);
    if (!facts) throw fileNotFound();
    if (local) sendLocal({ ...local, etag: etagOf(facts) }, req, res, next);
    else await sendRemote(storage, { key, facts }, req, res);
  } catch (error) {
    withoutFileHeaders(res);
    throw error;
  }
}

/** As `send` does with files of this machine: a condition or a range needs the facts first. */
async function sendRemote(
  storage: StorageService,
  { key, facts }: { readonly key: string; readonly facts: FileFacts },
  req: Request,
  res: Response,
): Promise<void> {
  const { bytes, modifiedAt } = facts;
  res.set({
    ETag: etagOf(facts),
    'Last-Modified': modifiedAt.toUTCString(),
    'Accept-Ranges': 'bytes',
  });
  const etag = String(res.getHeader('ETag'));
  if (isUnmet(req, etag, modifiedAt)) throw preconditionFailed();
  if (req.fresh) {
    res.removeHeader('Content-Type');
    res.status(304).end();
    return;
  }
  const range = rangeOf(req, bytes, etag, modifiedAt);
  if (range === 'outside') throw rangeNotSatisfiable(`bytes */${bytes}`);
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  res.setHeader('Content-Length', range ? range.end - range.start + 1 : bytes);
  if (req.method === 'HEAD' || bytes === 0) {
    res.end();
    return;
  }
  const file = await storage.get(key, range);
  if (!file) throw fileNotFound();
  await awaitFirstBytes(file.stream, res);
  res.setMaxListeners(20);
  await pipeline(file.stream, res);
}

function etagOf({ bytes, modifiedAt }: FileFacts): string {
  return `W/"${bytes.toString(16)}-${modifiedAt.getTime().toString(16)}"`;
}

/** Whether `If-Match` or `If-Unmodified-Since` does not hold. */
function isUnmet({ headers }: Request, etag: string, modifiedAt: Date): boolean {
  const match = headers['if-match'];
  if (match !== undefined) {
    const known = match.split(',').map((one) => one.trim());
    return !known.includes('*') && !known.includes(etag);
  }
  const since = Date.parse(headers['if-unmodified-since'] ?? '');
  return Math.floor(modifiedAt.getTime() / 1000) * 1000 > since;
}

/** The one range that is asked for; several, and what is no range, are ignored. */
function rangeOf(
  req: Request,
  bytes: number,
  etag: string,
  modifiedAt: Date,
): ByteRange | 'outside' | undefined {
  const condition = req.get('If-Range');
  const isCurrent =
    condition === undefined ||
    condition === etag ||
    Math.floor(modifiedAt.getTime() / 1000) * 1000 <= Date.parse(condition);
  if (!isCurrent || bytes === 0) return undefined;
  if (LAST_BYTES.test(req.headers.range ?? '')) {
    const count = Math.min(bytes, Number((req.headers.range ?? '').split('-').at(-1)));
    return { start: bytes - count, end: bytes - 1 };
  }
  const ranges = req.range(bytes, { combine: true });
  if (ranges === -1) return 'outside';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) {
    return undefined;
  }
  return ranges[0];
}

function setHeaders(res: Response, key: string, isImmutable: boolean): void {
  res.set({
    'Cache-Control': isImmutable
      ? `public, max-age=${YEAR_SECONDS}, immutable`
      : 'public, no-cache',
    'Content-Type': contentTypeOf(key),
    'X-Content-Type-Options': 'nosniff',
    // Pictures are shown by storefronts of other origins.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // An SVG that is opened directly is a document: it may draw, and nothing else.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}

function sendLocal(
  { root, path, etag }: { root: string; path: string; etag: string },
  req: Request,
  res: Response,
  next: NextFunction,
): void {
  // Express sends none where its own are switched off (app.ts).
  res.set('ETag', etag);
  // `cacheControl: false`: it is set already.
  res.sendFile(path, { root, cacheControl: false }, (error: unknown) => {
    if (!error) return;
    if (statusOf(error) !== 416 || !LAST_BYTES.test(req.headers.range ?? '')) {
      return next(failureOf(error, res));
    }
    withoutFileHeaders(res);
    delete req.headers.range;
    sendLocal({ root, path, etag }, req, res, next);
  });
}

/** A range of the last bytes; more of them than there are mean the whole file (RFC 9110, 14.1.2). */
const LAST_BYTES = /^bytes=\s*-0*[1-9]\d*$/i;

/** Of the file, and not of a refusal. */
const FILE_HEADERS = [
  'ETag',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Length',
  'Content-Range',
  'Content-Disposition',
];

/** What `send` found wrong, as our errors: it refuses by status, and its errors come as they are. */
function failureOf(error: unknown, res: Response): unknown {
  if (errorCode(error) === 'EISDIR') return fileNotFound();
  const status = statusOf(error);
  const range = res.getHeader('Content-Range');
  withoutFileHeaders(res);
  if (status === undefined || status >= 500 || res.headersSent) return asDiskError(error);
  if (status === 412) {
    return preconditionFailed();
  }
  if (status === 416) {
    return rangeNotSatisfiable(range);
  }
  return fileNotFound();
}

function preconditionFailed(): AppError {
  return new AppError(
    'precondition_failed',
    'The file does not match the condition of the request.',
  );
}

function rangeNotSatisfiable(range: unknown): AppError {
  return new AppError('range_not_satisfiable', 'The range lies outside of the file.', {
    headers: typeof range === 'string' ? { 'Content-Range': range } : {},
  });
}

function statusOf(error: unknown): number | undefined {
  const { status } = Object(error) as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}

function withoutFileHeaders(res: Response): void {
  if (res.headersSent) return;
  for (const name of FILE_HEADERS) res.removeHeader(name);
}

function fileNotFound(): AppError {
  return new AppError('not_found', 'There is no such file.');
}
