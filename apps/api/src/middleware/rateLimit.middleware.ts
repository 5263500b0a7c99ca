import type { RequestHandler } from 'express';
import { rateLimit as createLimiter } from 'express-rate-limit';
import type { Config } from '../config/index.ts';
import { AppError } from '../utils/errors.ts';

/**
 * So many requests per window and client address, told in `RateLimit` and `RateLimit-Policy`.
 * Each process counts for itself: with N workers a client may get up to N times as many, over
 * several connections. It guards the processes; a count that all share would cost every request a
 * round trip, and a proxy in front does that better.
 */
export function rateLimit({ max, windowSeconds }: Config['http']['rateLimit']): RequestHandler {
  if (max === 0) return (_req, _res, next) => next();
  return createLimiter({
    windowMs: windowSeconds * 1000,
    limit: max,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler(_req, res, next) {
      const retryAfter = String(res.getHeader('Retry-After') ?? windowSeconds);
      next(
        new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
          headers: { 'Retry-After': retryAfter },
        }),
      );
    },
  });
}
