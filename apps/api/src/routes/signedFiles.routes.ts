import { Router, type Request } from 'express';
import type { Container } from '../container.ts';
import { AppError } from '../kernel/errors.ts';
import { bodyStreamOf } from '../utils/bodyStream.ts';
import { allowSlowBody } from '../middleware/bodyTime.middleware.ts';
import { sendContinue } from '../middleware/expectation.middleware.ts';
import { sendStoredFile } from '../middleware/media.middleware.ts';
import type { UploadGrant } from '../ports/fileStore.ts';
import { contentTypeOf } from '../utils/storageKeys.ts';
import { SIGNED_DOWNLOADS, SIGNED_UPLOADS } from './base.ts';

/**
 * What a bucket does at its own addresses: takes a file that a token allows, and gives one. The token
 * is in the address, so it is valid for minutes; logs mask it.
 */
export function signedFileRoutes({ services: { storage } }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.put(`${SIGNED_UPLOADS}/:token`, async (req, res) => {
    res.locals.route = `${SIGNED_UPLOADS}/:token`;
    const grant = storage.readUploadToken(req.params.token);
    if (!grant) throw expired('upload');
    requireAsSigned(req, grant);
    allowSlowBody(req, grant.expiresAt);
    sendContinue(req, res);
    // The length of a body is as announced: Node ends one there, and one that is cut off is an error.
    await storage.put(grant.key, bodyStreamOf(req), grant.contentType);
    res.set('Cache-Control', 'no-store').status(204).end();
  });
  router.get(`${SIGNED_DOWNLOADS}/:token`, async (req, res, next) => {
    res.locals.route = `${SIGNED_DOWNLOADS}/:token`;
    const grant = storage.readDownloadToken(req.params.token);
    if (!grant) throw expired('download');
    const { key, contentType = contentTypeOf(key), downloadName } = grant;
    res.set({
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
    if (downloadName !== undefined) res.attachment(downloadName);
    res.setHeader('Content-Type', contentType);
    await sendStoredFile(storage, key, req, res, next);
  });
  return router;
}

/** @throws {AppError} where the request is not the one that was signed, before a byte is read. */
function requireAsSigned({ headers }: Request, { contentType, bytes }: UploadGrant): void {
  if (headers['content-encoding'] !== undefined) {
    throw new AppError('unsupported_media_type', 'Send the file without a content encoding.');
  }
  if (headers['content-type'] !== contentType) {
    const message = `Send the file with the header Content-Type: ${contentType}.`;
    throw new AppError('unsupported_media_type', message);
  }
  const announced = headers['content-length'];
  if (announced === undefined) {
    throw new AppError('length_required', `Announce the length: Content-Length: ${bytes}.`);
  }
  if (Number(announced) > bytes) {
    const message = `The file may have ${bytes} bytes, and ${announced} are announced.`;
    throw new AppError('payload_too_large', message);
  }
  if (Number(announced) < bytes) {
    const message = `The file must have ${bytes} bytes, and ${announced} are announced.`;
    throw new AppError('validation_failed', message);
  }
}

function expired(what: 'upload' | 'download'): AppError {
  return new AppError('forbidden', `The address of this ${what} is wrong, or has expired.`);
}
