import type { Database } from '../db/client.ts';
import type { Allowance, Charge } from '../kernel/limitClasses.ts';
import { allowanceOf, boundOf, boundsOf } from './limits/bounds.ts';
import type { LimitsDeps } from './limits/deps.ts';
import { createPostgresStore } from './limits/postgresStore.ts';
import { createRedisStore } from './limits/redisStore.ts';
import { ExactCounter } from './limits/exactCounter.ts';
import { SettledCounter } from './limits/settledCounter.ts';
import type { LimitStore } from './limits/store.ts';

export type LimitsService = ReturnType<typeof createLimitsService>;

/** Where all processes count together: Redis, if it has an address, or the database. */
export function createLimitStore(database: Database, redisUrl: string | undefined): LimitStore {
  return redisUrl === undefined ? createPostgresStore(database) : createRedisStore(redisUrl);
}

/**
 * Counts requests against the limits of `kernel/limitClasses.ts`, together with all other processes
 * (ADR 25). Classes that are `exact` are counted by `count`, settled ones by `countHere`.
 */
export function createLimitsService(deps: LimitsDeps) {
  const bounds = boundsOf(deps);
  const settled = new SettledCounter(deps);
  const exact = new ExactCounter(deps, bounds, settled);

  return {
    /** Whether anything limits a charge. */
    isLimited: (charge: Charge): boolean => boundOf(bounds, charge) !== undefined,

    /**
     * Counts all charges by one statement.
     * @returns an allowance for each charge that has a limit; only those that are used up, if any.
     * @throws {AppError} service_unavailable while the store is unavailable, where a class refuses then.
     */
    count: (charges: readonly Charge[]): Promise<Allowance[]> => exact.count(charges),

    /**
     * Counts nothing, and says of each limit whether one more would be too many.
     * @throws {AppError} service_unavailable as `count` does.
     */
    peek: (charges: readonly Charge[]): Promise<Allowance[]> => exact.peek(charges),

    /**
     * Takes something that can be taken once, such as a solution.
     * @returns whether no one has taken it within so many seconds.
     * @throws {AppError} service_unavailable while the store is unavailable.
     */
    claim: (id: string, seconds: number): Promise<boolean> => exact.claim(id, seconds),

    /** Counts in this process's memory. @returns undefined without a limit. */
    countHere(charge: Charge): Allowance | undefined {
      const bound = boundOf(bounds, charge);
      if (!bound) return undefined;
      const count = settled.add(bound, charge.id, charge.cost ?? 1);
      return allowanceOf(bound, count, count.used > bound.max);
    },

    /** Counts nothing, and says whether one more would be too many as far as this process knows. */
    peekHere(charge: Charge): Allowance | undefined {
      const bound = boundOf(bounds, charge);
      if (!bound) return undefined;
      const count = settled.read(bound, charge.id);
      return allowanceOf(bound, count, count.used >= bound.max);
    },

    /** Deletes counts whose window has ended. */
    purge: () => deps.store.purge(),

    /** Tells the store what is left to tell. */
    async close(): Promise<void> {
      await settled.close();
      await deps.store.close();
    },
  };
}
