import type { Request, Response } from 'express';
import type { AuthService } from '../services/auth.service.ts';
import type { Actor } from '../kernel/context.ts';
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
  if (header === undefined || !wrongKeys) return auth.identify(header);
  let actor: Actor;
  try {
    actor = auth.identify(header);
  } catch (error) {
    applyAllowance(res, wrongKeys, await wrongKeys.count(req.ip));
    throw error;
  }
  const allowance = await wrongKeys.look(req.ip);
  if (allowance.isUsedUp) applyAllowance(res, wrongKeys, allowance);
  return actor;
}

/**
 * Checks that the caller has the route's permission.
 * @throws {AppError} unauthorized, forbidden
 */
export function authorize({ auth }: Gate, actor: Actor, { permission }: Route): void {
  auth.authorize(actor, permission);
}
