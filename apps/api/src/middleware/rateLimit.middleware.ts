import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import type { Config } from '../config/index.ts';
import { AppError } from '../utils/errors.ts';

/** What a client has left of its requests. */
export interface Allowance {
  readonly isUsedUp: boolean;
  /** Until its window ends. */
  readonly seconds: number;
  /** For the answer, after draft-ietf-httpapi-ratelimit-headers-08. */
  readonly limit: string;
  readonly policy: string;
}

/**
 * So many requests per window and client address.
 * Each process counts for itself: with N workers a client may get up to N times as many, over
 * several connections. It guards the processes; a count that all share would cost every request a
 * round trip, and a proxy in front does that better.
 *
 * The library counts. Its own middleware took a fifth of a warm read's time: it asks for what this
 * shop does not use, and names the client by a digest of its address in each answer.
 */
export interface RateLimiter {
  readonly max: number;
  readonly windowSeconds: number;
  /** Counts a request of an address. */
  count(ip: string | undefined): Promise<Allowance>;
}

/** @returns undefined where there is no limit (a `max` of 0). */
export function createRateLimiter({
  max,
  windowSeconds,
}: Config['http']['rateLimit']): RateLimiter | undefined {
  if (max === 0) return undefined;
  const store = new MemoryStore();
  store.init({ windowMs: windowSeconds * 1000 } as Options);
  const window = windowSeconds % 60 === 0 ? `${windowSeconds / 60}min` : `${windowSeconds}sec`;
  const name = `"${max}-in-${window}"`;
  const policy = `${name}; q=${max}; w=${windowSeconds}`;
  return {
    max,
    windowSeconds,
    async count(ip) {
      const { totalHits, resetTime } = await store.increment(ipKeyGenerator(ip ?? ''));
      const milliseconds = (resetTime?.getTime() ?? Infinity) - Date.now();
      const seconds = Math.min(windowSeconds, Math.max(0, Math.ceil(milliseconds / 1000)));
      const left = Math.max(0, max - totalHits);
      return {
        isUsedUp: totalHits > max,
        seconds,
        limit: `${name}; r=${left}; t=${seconds}`,
        policy,
      };
    },
  };
}

/**
 * Tells a client what it has left in `RateLimit` and `RateLimit-Policy`, and refuses what is beyond.
 * @param costOf as how many requests one counts.
 */
export function rateLimit(
  limiter: RateLimiter | undefined,
  costOf: (req: Request) => number = () => 1,
): RequestHandler {
  if (!limiter) return (_req, _res, next) => next();
  const limitRate: RequestHandler = async (req, res, next) => {
    for (let cost = costOf(req); cost > 1; cost--) await limiter.count(req.ip);
    const { isUsedUp, seconds, limit, policy } = await limiter.count(req.ip);
    // There may be a second limit, narrower than the first.
    res.appendHeader('RateLimit', limit);
    res.appendHeader('RateLimit-Policy', policy);
    if (isUsedUp) {
      const { max, windowSeconds } = limiter;
      throw new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    }
    next();
  };
  return limitRate;
}
