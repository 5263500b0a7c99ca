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
        if (error) next(failureOf(error));
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

/** What `send` found wrong, as our errors; a client that went away is nobody's to answer. */
function failureOf(error: unknown): unknown {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (code === 'ECONNABORTED') return undefined;
  return status === 404 || code === 'EISDIR' ? fileNotFound() : error;
}

function fileNotFound(): AppError {
  return new AppError('not_found', 'There is no such file.');
}
