import type { Request, RequestHandler, Response } from 'express';
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import type { Config } from '../config/index.ts';
import { AppError } from '../kernel/errors.ts';
import { networkOf } from '../utils/clientAddress.ts';
import type { Link } from './link.middleware.ts';

/** What a client has left of its requests. */
interface Allowance {
  readonly isUsedUp: boolean;
  /** Until its window ends. */
  readonly seconds: number;
  /** For the answer, after draft-ietf-httpapi-ratelimit-headers-08. */
  readonly limit: string;
  readonly policy: string;
}

/** A client with one IPv6 network has 2^64 addresses, so a network counts as one client. */
const IPV6_NETWORK_BITS = 64;

/**
 * A number of requests per window and client: an IPv4 address, or an IPv6 network. Each process
 * counts separately: with N workers a client may send up to N times as many, over several
 * connections. The limit protects the processes; a shared count would cost every request a round
 * trip, and a proxy in front does that better.
 */
export interface RateLimiter {
  readonly max: number;
  readonly windowSeconds: number;
  /**
   * Counts a request of an address, clean as `utils/clientAddress.ts` makes it.
   * @param cost as how many requests it counts.
   */
  count(ip: string | undefined, cost?: number): Promise<Allowance>;
  /** Counts nothing, and says whether one more would be too many. */
  peek(ip: string | undefined): Promise<Allowance>;
}

/** @returns undefined where there is no limit (a `max` of 0). */
export function createRateLimiter({
  max,
  windowSeconds,
}: Config['http']['rateLimit']): RateLimiter | undefined {
  if (max === 0) return undefined;
  const counter = new RateLimiterMemory({ points: max, duration: windowSeconds });
  const window = windowSeconds % 60 === 0 ? `${windowSeconds / 60}min` : `${windowSeconds}sec`;
  const name = `"${max}-in-${window}"`;
  const policy = `${name}; q=${max}; w=${windowSeconds}`;

  function allowance(used: number, msLeft: number, isUsedUp: boolean): Allowance {
    const seconds = Math.min(windowSeconds, Math.max(0, Math.ceil(msLeft / 1000)));
    const left = Math.max(0, max - used);
    return { isUsedUp, seconds, limit: `${name}; r=${left}; t=${seconds}`, policy };
  }

  return {
    max,
    windowSeconds,
    async count(ip, cost = 1) {
      // `consume` would reject beyond the limit: an exception for what is an ordinary answer here.
      const { consumedPoints, msBeforeNext } = await counter.penalty(
        networkOf(ip ?? '', IPV6_NETWORK_BITS),
        cost,
      );
      return allowance(consumedPoints, msBeforeNext, consumedPoints > max);
    },
    async peek(ip) {
      const counted = await counter.get(networkOf(ip ?? '', IPV6_NETWORK_BITS));
      if (!counted || counted.msBeforeNext <= 0) return allowance(0, windowSeconds * 1000, false);
      const { consumedPoints, msBeforeNext } = counted;
      return allowance(consumedPoints, msBeforeNext, consumedPoints >= max);
    },
  };
}

/**
 * Reports what a client has left in `RateLimit` and `RateLimit-Policy`.
 * @throws {AppError} rate_limited when nothing is left.
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
    applyAllowance(res, limiter, await limiter.count(req.ip, costOf(req)));
    next();
  };
  return limitRate;
}

/** Limits all requests below a path. */
export function limitRequests(path: string, limiter: RateLimiter | undefined): Link {
  return {
    path,
    onChain: rateLimit(limiter),
    async admit({ ip, lines }) {
      if (!limiter) return true;
      const { isUsedUp, limit, policy } = await limiter.count(ip);
      lines.push('RateLimit', limit, 'RateLimit-Policy', policy);
      return !isUsedUp;
    },
  };
}
