import type { ErrorRequestHandler, RequestHandler } from 'express';
import {
  isDatabaseUnavailable,
  isExclusionViolation,
  isOutOfResources,
  isTimeout,
} from '../db/errors.ts';
import { isConnectionError } from '../utils/connectionError.ts';
import { AppError } from '../kernel/errors.ts';
import { storageFailureOf } from '../ports/fileStoreErrors.ts';
import { withoutTokens } from '../utils/redact.ts';
import type { Logger } from '../utils/logger.ts';
import { problemOf } from '../kernel/problem.ts';

/** Answers a path that no route matches. */
export const routeNotFound: RequestHandler = (req, _res, next) => {
  next(new AppError('route_not_found', `No route matches ${req.method} ${req.path}.`));
};

/**
 * Answers every error as a problem document (RFC 9457). Unexpected errors are logged, and their
 * message is hidden. An error of the connection is neither logged nor answered.
 */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  // Express knows it by its four parameters.
  return (error: unknown, req, res, _next) => {
    if (isConnectionError(error, req, res)) {
      res.destroy();
      return;
    }
    const known = toAppError(error);
    if (known.status >= 500) logger.error(known.message, { error: known.cause ?? error });
    // The answer has begun: all that is left is to break the connection off, so that it is not taken as whole.
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.set({ 'Cache-Control': 'no-store', ...known.headers });
    res
      .status(known.status)
      .type('application/problem+json')
      .end(JSON.stringify(problemOf(known, withoutTokens(req.originalUrl), res.locals.requestId)));
  };
}

/** The error that the client sees, whatever was thrown. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  // Before the database: what a socket or a disk says is the same of both.
  if (storageFailureOf(error)) {
    const message = 'The storage of files cannot be used at the moment. Try again soon.';
    return new AppError('storage_unavailable', message, { retryAfterSeconds: 5, cause: error });
  }
  const outage = outageOf(error);
  if (outage) {
    return new AppError('service_unavailable', outage.message, {
      headers: { 'Retry-After': String(outage.retryAfter) },
      cause: error,
    });
  }
  if (isExclusionViolation(error)) {
    const message = 'The change conflicts with existing data. Read it again, then retry.';
    return new AppError('state_conflict', message, { cause: error });
  }
  return (
    fromBodyParser(error) ??
    new AppError(
      'internal_error',
      'The shop failed to answer. Look up the request id in the log.',
      {
        cause: error,
      },
    )
  );
}

/** What is said of an error that is none of the request's, and in how many seconds to try again. */
function outageOf(error: unknown): { message: string; retryAfter: number } | undefined {
  if (isDatabaseUnavailable(error)) {
    return { message: 'The database cannot be reached. Try again soon.', retryAfter: 2 };
  }
  if (isTimeout(error)) {
    return { message: 'The shop is overloaded. Try again soon.', retryAfter: 2 };
  }
  // Someone has to free space, or a failover has to complete.
  if (isOutOfResources(error)) {
    return {
      message: 'The database accepts no writes at the moment. Try again soon.',
      retryAfter: 10,
    };
  }
  return undefined;
}

/** Errors of Express's parsers carry a `type` (see the npm package http-errors and body-parser's README). */
function fromBodyParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed') {
    return new AppError('malformed_json', `The body is not valid JSON: ${error.message}`);
  }
  if (type === 'entity.too.large') {
    const limit = 'limit' in error ? ` of ${String(error.limit)} bytes` : '';
    return new AppError('payload_too_large', `The body exceeds the limit${limit}.`);
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new AppError('unsupported_media_type', `${error.message}.`);
  }
  // A path that is not valid percent-encoding, an aborted upload and the like.
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
    ? new AppError('validation_failed', error.message)
    : undefined;
}
