import type { LimitBase } from '../../src/kernel/limitClasses.ts';
import type { Addition, Count, LimitStore } from '../../src/services/limits/store.ts';
import { createLimitsService, type LimitsService } from '../../src/services/limits.service.ts';
import { Unavailable } from '../../src/utils/unavailable.ts';

/** A store in memory, which can be unavailable and counts how often it was asked. */
export class MemoryStore implements LimitStore {
  readonly counts = new Map<string, { used: number; endsAt: number }>();
  readonly additions: (readonly Addition[])[] = [];
  isUnavailable = false;

  async add(additions: readonly Addition[]): Promise<Count[]> {
    await this.#reach();
    this.additions.push(additions);
    return additions.map(({ key, cost, windowSeconds }) => {
      const now = performance.now();
      const known = this.counts.get(key);
      const count =
        known && known.endsAt > now ? known : { used: 0, endsAt: now + windowSeconds * 1000 };
      count.used += cost;
      this.counts.set(key, count);
      return { used: count.used, msLeft: count.endsAt - now };
    });
  }

  async read(keys: readonly string[]): Promise<(Count | undefined)[]> {
    await this.#reach();
    const now = performance.now();
    return keys.map((key) => {
      const count = this.counts.get(key);
      return count && count.endsAt > now
        ? { used: count.used, msLeft: count.endsAt - now }
        : undefined;
    });
  }

  purge = () => Promise.resolve();
  close = () => Promise.resolve();

  async #reach(): Promise<void> {
    await new Promise((resolve) => void setImmediate(resolve));
    if (this.isUnavailable) throw new Unavailable('The store is unavailable');
  }
}

interface Options {
  store?: LimitStore;
  max?: Partial<Record<LimitBase, number>>;
  windowSeconds?: number;
  warn?: (message: string) => void;
}

/** Limits that count in memory; there is none where `max` names none. */
export function memoryLimits({
  store = new MemoryStore(),
  max = {},
  windowSeconds = 60,
  warn = () => undefined,
}: Options = {}): LimitsService {
  return createLimitsService({
    store,
    logger: { warn: warn as never },
    secret: 'of the tests',
    max: { requests: 0, files: 0, codes: 0, signIns: 0, checkouts: 0, failedSignIns: 0, ...max },
    windowSeconds,
  });
}
