import { timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Actor } from '../kernel/context.ts';
import { ACCESS_COOKIE, clearedAccessCookie } from '../kernel/cookies.ts';
import { AppError } from '../kernel/errors.ts';
import { isFreshlyProved, requireFreshFactor } from '../kernel/freshFactor.ts';
import type { Caller } from '../kernel/identity.ts';
import type { Permission } from '../kernel/permissions.ts';
import type { RequestContext, Route } from '../kernel/route.ts';
import type { IdentityService } from '../services/identity.service.ts';
import type { LimitsService } from '../services/limits.service.ts';
import { bearerTokenIn } from '../utils/bearerToken.ts';
import { applyAllowances, chargeOfAddress } from './rateLimit.middleware.ts';

/** Who may call what, and how often an address may be wrong about its key. */
export interface Gate {
  readonly identity: IdentityService;
  /** Counts wrong keys. */
  readonly limits: LimitsService;
  /** How long a proof of who calls is fresh. */
  readonly stepUpMinutes: number;
}

/** What a request says about who sends it. */
type Credentials =
  | { readonly from: 'nowhere' }
  | { readonly from: 'header'; readonly header: string }
  | { readonly from: 'cookie'; readonly token: string };

/**
 * Identifies the caller, before it reads anything else of the request, so that a refusal reveals
 * nothing to a stranger.
 * @throws {AppError} unauthorized; csrf_token_invalid for a write by cookie without its token;
 *   rate_limited after too many wrong keys, even for a right one; service_unavailable while they
 *   cannot be counted.
 */
export async function authenticate(gate: Gate, req: Request, res: Response): Promise<Caller> {
  const credentials = credentialsOf(req);
  if (credentials.from === 'nowhere') return { kind: 'guest' };
  if (credentials.from === 'cookie') return authenticateCookie(gate, credentials.token, req);
  const { identity, limits } = gate;
  let caller: Caller;
  try {
    caller = await identity.identify(bearerToken(credentials.header));
  } catch (error) {
    if (isUnauthorized(error) && !isSigned(credentials.header)) {
      applyAllowances(res, await limits.count([chargeOfAddress('wrongKeys', req.ip)]));
    }
    throw withChallenge(error, { parameters: ', error="invalid_token"' });
  }
  if (caller.kind !== 'adminKey') return caller;
  const allowances = await limits.peek([chargeOfAddress('wrongKeys', req.ip)]);
  if (allowances.some(({ isUsedUp }) => isUsedUp)) applyAllowances(res, allowances);
  return caller;
}

/** Whether a caller has a permission. */
export function holdsPermission(
  { identity }: Pick<Gate, 'identity'>,
  caller: Caller,
  permission: Permission,
): boolean {
  try {
    identity.authorize(caller, permission);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** A signed token cannot be guessed, and each of them expires one day; a key can be guessed. */
function isSigned(header: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(bearerTokenIn(header) ?? '');
}

/** What the gate has found out about a caller, for the context of the request. */
type Admission = Pick<
  RequestContext,
  'actor' | 'identity' | 'permissions' | 'permissionEnds' | 'isProved'
>;

/**
 * Checks that the caller has the route's permission, and the fresh factor that it may ask for.
 * @throws {AppError} unauthorized, forbidden, email_not_verified, factor_required
 */
export function authorize(gate: Gate, caller: Caller, route: Route): Admission {
  const actor = actorFor(gate, caller, route);
  if (caller.kind === 'guest') return { actor, permissions: NONE };
  if (caller.kind === 'adminKey') return { actor };
  if (caller.kind === 'apiKey') {
    const { permissions, permissionEnds } = caller;
    return { actor, permissions, permissionEnds };
  }
  const { identity } = caller;
  const isProved = isFreshlyProved(identity, gate.stepUpMinutes * 60_000);
  if (route.freshFactor) requireFreshFactor({ isProved });
  const { permissions, permissionEnds } = identity;
  return { actor, identity, permissions, permissionEnds, isProved };
}

const NONE: ReadonlySet<string> = new Set();

function actorFor({ identity }: Gate, caller: Caller, { permission }: Route): Actor {
  try {
    return identity.authorize(caller, permission);
  } catch (error) {
    throw withChallenge(error, { advice: ' Send Authorization: Bearer …' });
  }
}

function credentialsOf(req: Request): Credentials {
  const header = req.get('authorization');
  if (header !== undefined) return { from: 'header', header };
  const cookies = req.get('cookie');
  const token = cookies?.includes(ACCESS_COOKIE) ? parseCookie(cookies)[ACCESS_COOKIE] : undefined;
  return token === undefined ? { from: 'nowhere' } : { from: 'cookie', token };
}

/** Browsers send cookies along with requests that other sites make, so a write must prove its origin. */
async function authenticateCookie({ identity }: Gate, token: string, req: Request) {
  let caller: Caller;
  try {
    caller = await identity.identify(token);
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    const headers = { 'Set-Cookie': clearedAccessCookie };
    throw new AppError('unauthorized', 'The session has ended. Refresh it, or sign in again.', {
      headers,
    });
  }
  if (caller.kind !== 'user') throw new AppError('unauthorized', 'The cookie is not valid.');
  if (isSafe(req.method)) return caller;
  const expected = identity.csrfTokenOf(caller.identity.sessionId);
  if (!isSame(req.get('x-csrf-token') ?? '', expected)) {
    const advice = 'Repeat the `csrfToken` of the sign-in in the header X-CSRF-Token.';
    throw new AppError('csrf_token_invalid', `The CSRF token is missing or wrong. ${advice}`);
  }
  return caller;
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The token of an `Authorization` header (RFC 6750). @throws {AppError} unauthorized without one. */
function bearerToken(header: string): string {
  const token = bearerTokenIn(header);
  if (token === undefined) throw new AppError('unauthorized', 'The bearer token is not valid.');
  return token;
}

const isUnauthorized = (error: unknown) =>
  error instanceof AppError && error.code === 'unauthorized';

/** Adds to a 401 how to authenticate (RFC 6750); anything else stays as it is. */
function withChallenge(
  error: unknown,
  { advice = '', parameters = '' }: { advice?: string; parameters?: string },
): unknown {
  if (!(error instanceof AppError) || error.code !== 'unauthorized') return error;
  const headers = { 'WWW-Authenticate': `Bearer realm="cartwright"${parameters}` };
  return new AppError(error.code, error.message + advice, { headers });
}
