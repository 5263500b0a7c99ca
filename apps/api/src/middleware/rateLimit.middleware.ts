import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import type { Config } from '../config/index.ts';
import { AppError } from '../utils/errors.ts';

/**
 * So many requests per window and client address, told in `RateLimit` and `RateLimit-Policy`.
 * Each process counts for itself: with N workers a client may get up to N times as many, over
 * several connections. It guards the processes; a count that all share would cost every request a
 * round trip, and a proxy in front does that better.
 *
 * The library counts. Its own middleware took a fifth of a warm read's time: it asks for what this
 * shop does not use, and names the client by a digest of its address in each answer.
 */
export function rateLimit({ max, windowSeconds }: Config['http']['rateLimit']): RequestHandler {
  if (max === 0) return (_req, _res, next) => next();
  const store = new MemoryStore();
  store.init({ windowMs: windowSeconds * 1000 } as Options);
  const tell = headersOf(max, windowSeconds);
  const limitRate: RequestHandler = async ({ ip }, res, next) => {
    const { totalHits, resetTime } = await store.increment(ipKeyGenerator(ip ?? ''));
    const milliseconds = (resetTime?.getTime() ?? Infinity) - Date.now();
    const seconds = Math.min(windowSeconds, Math.max(0, Math.ceil(milliseconds / 1000)));
    tell(res, Math.max(0, max - totalHits), seconds);
    if (totalHits > max) {
      throw new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    }
    next();
  };
  return limitRate;
}

/** Sets what a client may still do, after draft-ietf-httpapi-ratelimit-headers-08. */
function headersOf(max: number, windowSeconds: number) {
  const window = windowSeconds % 60 === 0 ? `${windowSeconds / 60}min` : `${windowSeconds}sec`;
  const name = `"${max}-in-${window}"`;
  const policy = `${name}; q=${max}; w=${windowSeconds}`;
  return (res: Response, left: number, seconds: number): void => {
    const limit = `${name}; r=${left}; t=${seconds}`;
    // There may be a second limit, narrower than the first.
    if (res.hasHeader('RateLimit')) {
      res.append('RateLimit', limit);
      res.append('RateLimit-Policy', policy);
    } else {
      res.setHeader('RateLimit', limit);
      res.setHeader('RateLimit-Policy', policy);
    }
  };
}
