import type { Request, Response } from 'express';
import type { Caller } from '../kernel/identity.ts';
import {
  limitClasses,
  type Charge,
  type LimitClassDefinition,
  type RouteLimit,
  type Subjects,
  type Tier,
} from '../kernel/limitClasses.ts';
import type { Route } from '../kernel/route.ts';
import type { LimitsService } from '../services/limits.service.ts';
import { applyAllowances, networkOfClient } from './rateLimit.middleware.ts';

/** So many entries of a member are counted; schemas let fewer through. */
const MAX_COUNTED = 10;

/**
 * Who is to be counted.
 * @param address the buyer's, where the caller may name it.
 * @param isNamed whether the caller has named it; a key that names its buyers is not counted itself.
 */
export function subjectsOf(
  caller: Caller,
  { address, isNamed }: { address: string | undefined; isNamed: boolean },
): Subjects {
  const subjects = { address: networkOfClient(address) };
  if (isNamed || caller.kind === 'guest') return subjects;
  if (caller.kind === 'adminKey') return { ...subjects, key: 'admin' };
  if (caller.kind === 'apiKey') return { ...subjects, key: caller.id };
  return { ...subjects, account: caller.identity.userId };
}

/**
 * Counts a request of someone who is known, or whose address is, for them instead of those for whom it
 * was counted before anything was known.
 * @throws {AppError} rate_limited
 */
export function countForCaller(
  limits: LimitsService,
  res: Response,
  { address, account, key }: Subjects,
): void {
  const before = res.locals.charge;
  if (!before) return;
  const [tier, id]: [Tier, string] =
    key !== undefined
      ? ['key', key]
      : account !== undefined
        ? ['account', account]
        : ['address', address];
  if (tier === before.tier && id === before.id) return;
  limits.countHere({ class: 'browse', tier: before.tier, id: before.id, cost: -1 });
  const allowance = limits.countHere({ class: 'browse', tier, id });
  if (!allowance) return;
  res.removeHeader('RateLimit');
  res.removeHeader('RateLimit-Policy');
  applyAllowances(res, [allowance]);
}

/**
 * Counts a request against the limits that its route names.
 * @throws {AppError} rate_limited; service_unavailable while they cannot be counted.
 */
export async function limitRoute(
  limits: LimitsService,
  { limit }: Pick<Route, 'limit'>,
  { req, res, subjects }: { req: Request; res: Response; subjects: Subjects },
): Promise<void> {
  if (limit === undefined) return;
  const uses = Array.isArray(limit) ? (limit as readonly RouteLimit[]) : [limit as RouteLimit];
  const charges = uses.flatMap((use) => chargesOf(use, req.body, subjects));
  if (charges.length > 0) applyAllowances(res, await limits.count(charges));
}

/** What a request is charged for one limit of its route. */
export function chargesOf(use: RouteLimit, body: unknown, subjects: Subjects): Charge[] {
  const name = typeof use === 'string' ? use : use.class;
  const cost = typeof use === 'string' ? 1 : entriesOf(memberOf(body, use.per));
  if (cost === 0) return [];
  const { tiers }: LimitClassDefinition = limitClasses[name];
  const ids: [Tier, string | undefined][] = [
    // Behind a key's address are all of its buyers.
    subjects.key !== undefined && tiers.key !== undefined
      ? ['key', subjects.key]
      : ['address', subjects.address],
    ['account', subjects.account],
  ];
  return ids.flatMap(([tier, id]) =>
    id === undefined || tiers[tier] === undefined ? [] : [{ class: name, tier, id, cost }],
  );
}

function entriesOf(value: unknown): number {
  if (value === undefined) return 0;
  return Array.isArray(value) ? Math.min(value.length, MAX_COUNTED) : 1;
}

function memberOf(body: unknown, member: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, member) : undefined;
}
