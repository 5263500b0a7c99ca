import { pipeline } from 'node:stream/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { StorageService } from '../services/storage.service.ts';
import { errorCode } from '../utils/errorCode.ts';
import { AppError } from '../kernel/errors.ts';
import { contentTypeOf, PRIVATE_FILES } from '../utils/storageKeys.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Serves stored files under their keys, below where it is mounted: with ranges, ETag and
 * conditional requests where they are on the local disk, as a plain stream where they are not.
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
  const local = storage.localFile(key);
  if (local) return sendLocal(local, req, res, next);
  const file = await storage.get(key);
  if (!file) throw fileNotFound();
  res.setHeader('Content-Length', file.size);
  if (req.method === 'HEAD') {
    file.stream.destroy();
    res.end();
    return;
  }
  await pipeline(file.stream, res);
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
  { root, path }: { root: string; path: string },
  req: Request,
  res: Response,
  next: NextFunction,
): void {
  // `cacheControl: false`: it is set already.
  res.sendFile(path, { root, cacheControl: false }, (error: unknown) => {
    if (!error) return;
    if (statusOf(error) !== 416 || !LAST_BYTES.test(req.headers.range ?? '')) {
      return next(failureOf(error, res));
    }
    withoutFileHeaders(res);
    delete req.headers.range;
    sendLocal({ root, path }, req, res, next);
  });
}

/** A range of the last bytes; more of them than there are mean the whole file (RFC 9110, 14.1.2). */
const LAST_BYTES = /^bytes=\s*-0*[1-9]\d*$/i;

/** Of the file, and not of a refusal. */
const FILE_HEADERS = ['ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Length', 'Content-Range'];

/** What `send` found wrong, as our errors: it refuses by status, and its errors come as they are. */
function failureOf(error: unknown, res: Response): unknown {
  if (errorCode(error) === 'EISDIR') return fileNotFound();
  const status = statusOf(error);
  if (status === undefined || status >= 500 || res.headersSent) return error;
  const range = res.getHeader('Content-Range');
  withoutFileHeaders(res);
  if (status === 412) {
    return new AppError(
      'precondition_failed',
      'The file does not match the condition of the request.',
    );
  }
  if (status === 416) {
    return new AppError('range_not_satisfiable', 'The range lies outside of the file.', {
      headers: typeof range === 'string' ? { 'Content-Range': range } : {},
    });
  }
  return fileNotFound();
}

function statusOf(error: unknown): number | undefined {
  const { status } = Object(error) as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}

function withoutFileHeaders(res: Response): void {
  for (const name of FILE_HEADERS) res.removeHeader(name);
}

function fileNotFound(): AppError {
  return new AppError('not_found', 'There is no such file.');
}
