import type { Allowance, Charge } from '../../kernel/limitClasses.ts';
import { AppError } from '../../kernel/errors.ts';
import { Unavailable } from '../../utils/unavailable.ts';
import { allowanceOf, boundOf, keyOf, type Bound, type Bounds } from './bounds.ts';
import type { LimitsDeps } from './deps.ts';
import type { SettledCounter } from './settledCounter.ts';
import type { Count } from './store.ts';

/** So long a client should wait while the store cannot be reached. */
const RETRY_SECONDS = 5;
/** Of so many who are refused this process knows without asking. */
const MAX_REFUSED = 10_000;

interface Bounded {
  readonly charge: Charge;
  readonly bound: Bound;
  readonly key: string;
}

/** Counts each request in the store, before anything else looks at it. */
export class ExactCounter {
  readonly #deps: Pick<LimitsDeps, 'store' | 'secret'>;
  readonly #bounds: Bounds;
  /** Counts here while the store is unavailable. */
  readonly #alone: SettledCounter;
  /** Until when, by `performance.now()`, a key is refused: nothing of its window is left. */
  readonly #refusedUntil = new Map<string, number>();

  constructor(deps: Pick<LimitsDeps, 'store' | 'secret'>, bounds: Bounds, alone: SettledCounter) {
    this.#deps = deps;
    this.#bounds = bounds;
    this.#alone = alone;
  }

  /**
   * Counts all charges by one statement; none of them where one is known to be used up.
   * @returns one allowance for each charge that has a limit.
   * @throws {AppError} service_unavailable while the store is unavailable, where one of the classes wants it.
   */
  async count(charges: readonly Charge[]): Promise<Allowance[]> {
    const bounded = this.#bounded(charges);
    if (bounded.length === 0) return [];
    const refused = bounded.flatMap((one) => this.#refusalOf(one) ?? []);
    if (refused.length > 0) return refused;
    try {
      const counts = await this.#deps.store.add(
        bounded.map(({ charge, bound, key }) => ({
          key,
          cost: charge.cost ?? 1,
          windowSeconds: bound.windowSeconds,
        })),
      );
      return bounded.map((one, index) => this.#judge(one, counts[index], 0));
    } catch (error) {
      this.#refuseIfUnavailable(error, bounded);
      return bounded.map(({ charge, bound }) => {
        const count = this.#alone.add(bound, charge.id, charge.cost ?? 1);
        return allowanceOf(bound, count, count.used > bound.max);
      });
    }
  }

  /**
   * Counts nothing, and says whether one more would be too many.
   * @throws {AppError} service_unavailable as `count` does.
   */
  async peek(charges: readonly Charge[]): Promise<Allowance[]> {
    const bounded = this.#bounded(charges);
    if (bounded.length === 0) return [];
    const refused = bounded.flatMap((one) => this.#refusalOf(one) ?? []);
    if (refused.length > 0) return refused;
    try {
      const counts = await this.#deps.store.read(bounded.map(({ key }) => key));
      return bounded.map((one, index) => this.#judge(one, counts[index], 1));
    } catch (error) {
      this.#refuseIfUnavailable(error, bounded);
      return bounded.map(({ charge, bound }) => {
        const count = this.#alone.read(bound, charge.id);
        return allowanceOf(bound, count, count.used >= bound.max);
      });
    }
  }

  /**
   * Takes something that can be taken once, such as a solution.
   * @returns whether no one has taken it within so many seconds.
   * @throws {AppError} service_unavailable while the store is unavailable.
   */
  async claim(id: string, seconds: number): Promise<boolean> {
    const key = keyOf(this.#deps.secret, { name: 'claim' }, id);
    try {
      const [count] = await this.#deps.store.add([{ key, cost: 1, windowSeconds: seconds }]);
      return count?.used === 1;
    } catch (error) {
      throw refusalFor(error);
    }
  }

  #bounded(charges: readonly Charge[]): Bounded[] {
    return charges.flatMap((charge) => {
      const bound = boundOf(this.#bounds, charge);
      return bound ? [{ charge, bound, key: keyOf(this.#deps.secret, bound, charge.id) }] : [];
    });
  }

  /** @param next as how many requests the one counts that is asked for. */
  #judge({ bound, key }: Bounded, count: Count | undefined, next: 0 | 1): Allowance {
    const { used, msLeft } = count ?? { used: 0, msLeft: bound.windowSeconds * 1000 };
    if (used >= bound.max) this.#remember(key, performance.now() + msLeft);
    return allowanceOf(bound, { used, msLeft }, used + next > bound.max);
  }

  #refusalOf({ bound, key }: Bounded): Allowance | undefined {
    const until = this.#refusedUntil.get(key);
    if (until === undefined) return undefined;
    const msLeft = until - performance.now();
    if (msLeft > 0) return allowanceOf(bound, { used: bound.max, msLeft }, true);
    this.#refusedUntil.delete(key);
    return undefined;
  }

  #remember(key: string, until: number): void {
    if (this.#refusedUntil.size >= MAX_REFUSED) this.#refusedUntil.clear();
    this.#refusedUntil.set(key, until);
  }

  /** @throws {AppError} unless each of the classes admits requests while the store is unavailable. */
  #refuseIfUnavailable(error: unknown, bounded: readonly Bounded[]): void {
    const refusal = refusalFor(error);
    if (bounded.every(({ bound }) => bound.definition.whenUnavailable === 'admit')) return;
    throw refusal;
  }
}

/** The refusal of a request that cannot be counted. @throws the error, if the store is not to blame. */
function refusalFor(error: unknown): AppError {
  if (!(error instanceof Unavailable)) throw error;
  return new AppError(
    'service_unavailable',
    'This is not possible at the moment. Try again soon.',
    { retryAfterSeconds: RETRY_SECONDS, cause: error },
  );
}
