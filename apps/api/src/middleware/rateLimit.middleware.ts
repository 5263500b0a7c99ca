import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { AppError } from '../kernel/errors.ts';
import type { Allowance, Charge, LimitClass } from '../kernel/limitClasses.ts';
import type { IdentityService } from '../services/identity.service.ts';
import type { LimitsService } from '../services/limits.service.ts';
import { networkOf } from '../utils/clientAddress.ts';
import { bearerTokenIn } from '../utils/bearerToken.ts';
import type { Link } from './link.middleware.ts';

/** A client with one IPv6 network has 2^64 addresses, so a network counts as one client. */
const IPV6_NETWORK_BITS = 64;

/** Whom limits count for an address, clean as `utils/clientAddress.ts` makes it. */
export function networkOfClient(ip: string | undefined): string {
  return networkOf(ip ?? '', IPV6_NETWORK_BITS);
}

/** Charges the address that a request comes from. */
export function chargeOfAddress(name: LimitClass, ip: string | undefined): Charge {
  return { class: name, tier: 'address', id: networkOfClient(ip) };
}

/**
 * Reports what a client has left in `RateLimit` and `RateLimit-Policy`, beside what was reported.
 * @throws {AppError} rate_limited when nothing is left of one.
 */
export function applyAllowances(res: Response, allowances: readonly Allowance[]): void {
  for (const { limit, policy } of allowances) {
    res.appendHeader('RateLimit', limit);
    res.appendHeader('RateLimit-Policy', policy);
  }
  const [longest] = allowances
    .filter(({ isUsedUp }) => isUsedUp)
    .sort((one, other) => other.seconds - one.seconds);
  if (!longest) return;
  const { max, windowSeconds, seconds } = longest;
  throw new AppError('rate_limited', `More than ${max} requests in ${windowSeconds} s.`, {
    retryAfterSeconds: Math.max(1, seconds),
  });
}

/** Counts each request for its address, and refuses what is beyond the limit of a settled class. */
export function rateLimit(limits: LimitsService, name: LimitClass): RequestHandler {
  return (req, res, next) => {
    const allowance = limits.countHere(chargeOfAddress(name, req.ip));
    if (allowance) applyAllowances(res, [allowance]);
    next();
  };
}

interface RequestLimits {
  readonly limits: LimitsService;
  readonly identity: Pick<IdentityService, 'knownUserOf'>;
}

/**
 * Limits all requests below a path: for whom they come from, or for the account of who is known to be
 * signed in. Of others who identify themselves the router learns it, and counts them again.
 */
export function limitRequests(path: string, { limits, identity }: RequestLimits): Link {
  function chargeOf({ headers }: IncomingMessage, ip: string | undefined): Charge {
    const token = headers.authorization && bearerTokenIn(headers.authorization);
    const userId = token ? identity.knownUserOf(token) : undefined;
    if (userId === undefined) return chargeOfAddress('browse', ip);
    return { class: 'browse', tier: 'account', id: userId };
  }
  return {
    path,
    onChain: (req, res, next) => {
      const charge = chargeOf(req, req.ip);
      const allowance = limits.countHere(charge);
      res.locals.charge = charge;
      if (allowance) applyAllowances(res, [allowance]);
      next();
    },
    async admit({ req, ip, lines }) {
      const allowance = limits.countHere(chargeOf(req, ip));
      if (!allowance) return true;
      lines.push('RateLimit', allowance.limit, 'RateLimit-Policy', allowance.policy);
      return !allowance.isUsedUp;
    },
  };
}
