import { createHmac } from 'node:crypto';
import {
  limitClasses,
  type Allowance,
  type Charge,
  type LimitClass,
  type LimitClassDefinition,
  type Tier,
} from '../../kernel/limitClasses.ts';
import type { LimitsDeps } from './deps.ts';
import type { Count } from './store.ts';

/** A class's limit for one tier, as this shop is configured. */
export interface Bound {
  readonly definition: LimitClassDefinition;
  readonly max: number;
  readonly windowSeconds: number;
  /** How it is called in `RateLimit` and in the store. */
  readonly name: string;
  readonly policy: string;
}

/** All bounds; a class or tier without a limit has none. */
export type Bounds = ReadonlyMap<string, Bound>;

const placeOf = (name: LimitClass, tier: Tier) => `${name}-${tier}`;

/** The bounds that follow from the configuration. */
export function boundsOf({
  max,
  windowSeconds,
}: Pick<LimitsDeps, 'max' | 'windowSeconds'>): Bounds {
  const bounds = new Map<string, Bound>();
  for (const [name, definition] of Object.entries<LimitClassDefinition>(limitClasses)) {
    const base = max[definition.of];
    if (base === 0) continue;
    for (const [tier, times] of Object.entries(definition.tiers)) {
      const place = placeOf(name as LimitClass, tier as Tier);
      const shown = tier === 'address' ? name : place;
      const most = Math.ceil(base * times);
      const seconds = definition.windowSeconds ?? windowSeconds;
      bounds.set(place, {
        definition,
        max: most,
        windowSeconds: seconds,
        name: shown,
        policy: `"${shown}"; q=${most}; w=${seconds}`,
      });
    }
  }
  return bounds;
}

/** @returns undefined where nothing limits the charge. */
export function boundOf(bounds: Bounds, charge: Charge): Bound | undefined {
  return bounds.get(placeOf(charge.class, charge.tier));
}

/** What is left after a count. */
export function allowanceOf(bound: Bound, { used, msLeft }: Count, isUsedUp: boolean): Allowance {
  const { max, windowSeconds, name, policy } = bound;
  const seconds = Math.min(windowSeconds, Math.max(0, Math.ceil(msLeft / 1000)));
  const left = Math.max(0, Math.min(max, max - used));
  return {
    isUsedUp,
    max,
    windowSeconds,
    seconds,
    limit: `"${name}"; r=${left}; t=${seconds}`,
    policy,
  };
}

const KEPT_OF_HASH = 24;

/** Where the store counts someone: the limit, and a keyed hash of who it is. */
export function keyOf(secret: string, { name }: Pick<Bound, 'name'>, id: string): string {
  const hash = createHmac('sha256', secret).update(`limits:${name}:${id}`).digest('base64url');
  return `${name}:${hash.slice(0, KEPT_OF_HASH)}`;
}
