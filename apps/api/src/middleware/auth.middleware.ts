import type { Request, Response } from 'express';
import type { AuthService } from '../services/auth.service.ts';
import type { Actor } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Route } from '../kernel/route.ts';
import { applyAllowance, type RateLimiter } from './rateLimit.middleware.ts';

/** Who may call what, and how often an address may be wrong about its key. */
export interface Gate {
  readonly auth: AuthService;
  /** Counts wrong keys; undefined where there is no limit. */
  readonly wrongKeys: RateLimiter | undefined;
}

/**
 * Identifies the caller, before it reads anything else of the request, so that a refusal reveals
 * nothing to a stranger.
 * @throws {AppError} unauthorized; rate_limited after too many wrong keys, even for a right one.
 */
export async function authenticate(
  { auth, wrongKeys }: Gate,
  req: Request,
  res: Response,
): Promise<Actor> {
  const header = req.get('authorization');
  let actor: Actor;
  try {
    actor = auth.identify(header === undefined ? undefined : bearerToken(header));
  } catch (error) {
    if (wrongKeys) applyAllowance(res, wrongKeys, await wrongKeys.count(req.ip));
    throw withChallenge(error, { parameters: ', error="invalid_token"' });
  }
  if (header === undefined || !wrongKeys) return actor;
  const allowance = await wrongKeys.peek(req.ip);
  if (allowance.isUsedUp) applyAllowance(res, wrongKeys, allowance);
  return actor;
}

/**
 * Checks that the caller has the route's permission.
 * @throws {AppError} unauthorized, forbidden
 */
export function authorize({ auth }: Gate, actor: Actor, { permission }: Route): void {
  try {
    auth.authorize(actor, permission);
  } catch (error) {
    throw withChallenge(error, { advice: ' Send Authorization: Bearer …' });
  }
}

/** The token of an `Authorization` header (RFC 6750). @throws {AppError} unauthorized without one. */
function bearerToken(header: string): string {
  const [, token] = /^Bearer +([\x21-\x7e]+) *$/i.exec(header) ?? [];
  if (token === undefined) throw new AppError('unauthorized', 'The bearer token is not valid.');
  return token;
}

/** Adds to a 401 how to authenticate (RFC 6750); anything else stays as it is. */
function withChallenge(
  error: unknown,
  { advice = '', parameters = '' }: { advice?: string; parameters?: string },
): unknown {
  if (!(error instanceof AppError) || error.code !== 'unauthorized') return error;
  const headers = { 'WWW-Authenticate': `Bearer realm="admin"${parameters}` };
  return new AppError(error.code, error.message + advice, { headers });
}
