import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import type { Config } from '../config/index.ts';
import { AppError } from '../kernel/errors.ts';

/** What a client has left of its requests. */
export interface Allowance {
  readonly isUsedUp: boolean;
  /** Until its window ends. */
  readonly seconds: number;
  /** For the answer, after draft-ietf-httpapi-ratelimit-headers-08. */
  readonly limit: string;
  readonly policy: string;
}

/** One that has a network of IPv6 has 2^64 addresses. */
const IPV6_NETWORK_BITS = 64;

/**
 * So many requests per window and client: an IPv4 address, or a network of IPv6.
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
  /** Counts a request of an address, clean as `utils/clientAddress.ts` makes it. */
  count(ip: string | undefined): Promise<Allowance>;
  /** Counts nothing, and says whether one more would be too many. */
  look(ip: string | undefined): Promise<Allowance>;
}

/** @returns undefined where there is no limit (a `max` of 0). */
export function createRateLimiter({
  max,
  windowSeconds,
}: Config['http']['rateLimit']): RateLimiter | undefined {
  if (max === 0) return undefined;
  const windowMs = windowSeconds * 1000;
  const store = new MemoryStore();
  store.init({ windowMs } as Options);
  const window = windowSeconds % 60 === 0 ? `${windowSeconds / 60}min` : `${windowSeconds}sec`;
  const name = `"${max}-in-${window}"`;
  const policy = `${name}; q=${max}; w=${windowSeconds}`;
  const keyOf = (ip: string | undefined) => ipKeyGenerator(ip ?? '', IPV6_NETWORK_BITS);

  function allowance(hits: number, endsAt: number, isUsedUp: boolean): Allowance {
    const wait = Math.ceil((endsAt - Date.now()) / 1000);
    const seconds = Math.min(windowSeconds, Math.max(0, wait));
    const left = Math.max(0, max - hits);
    return { isUsedUp, seconds, limit: `${name}; r=${left}; t=${seconds}`, policy };
  }

  return {
    max,
    windowSeconds,
    async count(ip) {
      const { totalHits, resetTime } = await store.increment(keyOf(ip));
      return allowance(totalHits, resetTime?.getTime() ?? Infinity, totalHits > max);
    },
    async look(ip) {
      const { totalHits = 0, resetTime } = (await store.get(keyOf(ip))) ?? {};
      const endsAt = resetTime?.getTime() ?? 0;
      const hits = endsAt > Date.now() ? totalHits : 0;
      return allowance(hits, hits === 0 ? Date.now() + windowMs : endsAt, hits >= max);
    },
  };
}

/**
 * Tells a client what it has left in `RateLimit` and `RateLimit-Policy`.
 * @throws {AppError} rate_limited when that is nothing.
 */
export function applyAllowance(
  res: Response,
  { max, windowSeconds }: RateLimiter,
  { isUsedUp, seconds, limit, policy }: Allowance,
): void {
  // There may be a second limit, narrower than the first.
  res.appendHeader('RateLimit', limit);
  res.appendHeader('RateLimit-Policy', policy);
  if (!isUsedUp) return;
  throw new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}

/**
 * Counts each request, and refuses what is beyond the limit.
 * @param costOf as how many requests one counts.
 */
export function rateLimit(
  limiter: RateLimiter | undefined,
  costOf: (req: Request) => number = () => 1,
): RequestHandler {
  if (!limiter) return (_req, _res, next) => next();
  const limitRate: RequestHandler = async (req, res, next) => {
    for (let cost = costOf(req); cost > 1; cost--) await limiter.count(req.ip);
    applyAllowance(res, limiter, await limiter.count(req.ip));
    next();
  };
  return limitRate;
}
