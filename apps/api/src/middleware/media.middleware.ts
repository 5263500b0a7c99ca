import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import type { StorageService } from '../services/storage.service.ts';
import { AppError } from '../utils/errors.ts';
import { contentTypeOf } from '../utils/storageKeys.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Serves stored files under their keys, below where it is mounted: with ranges, ETag and
 * conditional requests where they are on the local disk, as a plain stream where they are not.
 */
export function createMediaHandler(storage: StorageService): RequestHandler {
  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const key = req.path.slice(1);
    setHeaders(res, key, storage.isImmutable(key));
    const local = storage.localFile(key);
    if (local) {
      const { root, path } = local;
      // `cacheControl: false`: it is set already.
      return res.sendFile(path, { root, cacheControl: false }, (error: unknown) => {
        if (error) next(failureOf(error, res));
      });
    }
    const file = await storage.get(key);
    if (!file) throw fileNotFound();
    res.setHeader('Content-Length', file.size);
    if (req.method === 'HEAD') {
      file.stream.destroy();
      return res.end();
    }
    return pipeline(file.stream, res);
  };
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
    // An SVG that is opened by itself is a document: it may draw, and nothing else.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}

/** Of the file, and not of a refusal. */
const FILE_HEADERS = ['ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Length', 'Content-Range'];

/** What `send` found wrong, as our errors: it refuses by status, and its errors come as they are. */
function failureOf(error: unknown, res: Response): unknown {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'EISDIR') return fileNotFound();
  if (typeof status !== 'number' || status >= 500 || res.headersSent) return error;
  const range = res.getHeader('Content-Range');
  for (const name of FILE_HEADERS) res.removeHeader(name);
  if (status === 412) {
    return new AppError('precondition_failed', 'The file is not as the request wants it to be.');
  }
  if (status === 416) {
    return new AppError('range_not_satisfiable', 'The file is shorter than that.', {
      headers: typeof range === 'string' ? { 'Content-Range': range } : {},
    });
  }
  return fileNotFound();
}

function fileNotFound(): AppError {
  return new AppError('not_found', 'There is no such file.');
}
