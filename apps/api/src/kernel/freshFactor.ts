import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import type { Identity } from './identity.ts';

/**
 * Whether the person has given a second factor, or without any has signed in, within these
 * milliseconds.
 */
export function isFreshlyProved(
  { hasFactor, factorAt, authenticatedAt }: Identity,
  withinMs: number,
): boolean {
  const provedAt = hasFactor ? factorAt : authenticatedAt;
  return provedAt !== null && Date.now() - provedAt.getTime() < withinMs;
}

/**
 * Checks that a signed-in person has proved a short while ago who it is. Keys are exempt: those who
 * make one prove it then, and the key's permissions name what it may do.
 * @throws {AppError} factor_required
 */
export function requireFreshFactor({ isProved }: Pick<Context, 'isProved'>): void {
  if (isProved !== false) return;
  const advice = 'Call POST /auth/step-up, then repeat the request.';
  throw new AppError('factor_required', `This asks again for your second factor. ${advice}`);
}
