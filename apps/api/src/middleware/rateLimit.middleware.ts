import type { Request, RequestHandler, Response } from 'express';
import {
  ipKeyGenerator,
  rateLimit as createLimiter,
  type AugmentedRequest,
  type RateLimitInfo,
} from 'express-rate-limit';
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
  const tell = headersOf(max, windowSeconds);
  const limiter: RequestHandler = createLimiter({
    windowMs: windowSeconds * 1000,
    limit: max,
    // The library's name the client by a digest of its address, which is made anew for each answer.
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ''),
    handler(req, res, next) {
      const retryAfter = String(tell(res, infoOf(req)));
      next(
        new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
          headers: { 'Retry-After': retryAfter },
        }),
      );
    },
  });
  const limitRate: RequestHandler = (req, res, next) =>
    void limiter(req, res, (error?: unknown) => {
      if (error === undefined) tell(res, infoOf(req));
      next(error);
    });
  return limitRate;
}

function infoOf(req: Request): RateLimitInfo {
  return (req as AugmentedRequest)['rateLimit'] as RateLimitInfo;
}

/**
 * Sets what a client may still do, after draft-ietf-httpapi-ratelimit-headers-08.
 * @returns seconds until the window's end.
 */
function headersOf(max: number, windowSeconds: number) {
  const window = windowSeconds % 60 === 0 ? `${windowSeconds / 60}min` : `${windowSeconds}sec`;
  const name = `"${max}-in-${window}"`;
  const policy = `${name}; q=${max}; w=${windowSeconds}`;
  return (res: Response, { remaining, resetTime }: RateLimitInfo): number => {
    const left = resetTime ? Math.ceil((resetTime.getTime() - Date.now()) / 1000) : windowSeconds;
    const seconds = Math.max(0, left);
    // There may be a second limit, narrower than the first.
    if (res.hasHeader('RateLimit')) {
      res.append('RateLimit', `${name}; r=${remaining}; t=${seconds}`);
      res.append('RateLimit-Policy', policy);
    } else {
      res.setHeader('RateLimit', `${name}; r=${remaining}; t=${seconds}`);
      res.setHeader('RateLimit-Policy', policy);
    }
    return seconds;
  };
}
