import { AsyncLocalStorage } from 'node:async_hooks';
import { Unavailable } from '../../utils/unavailable.ts';
import { keyOf, type Bound } from './bounds.ts';
import type { LimitsDeps } from './deps.ts';
import type { Count } from './store.ts';

/** Counts are exchanged with the other processes at least so often. */
const SETTLE_MS = 1000;
/** Someone who has used this part of a limit since the last exchange is exchanged at once. */
const SOON = 1 / 20;
/** So many counts go into one statement. */
const BATCH = 500;
/** Some 20 MiB; beyond that the oldest are forgotten here, and begin again from the store's. */
const MAX_ENTRIES = 100_000;
const SWEEP_MS = 60_000;

interface Entry {
  readonly bound: Bound;
  readonly id: string;
  /** What the store knew at the last exchange. */
  shared: number;
  /** What was counted here since. */
  pending: number;
  /** When the window ends, by `performance.now()`. */
  endsAt: number;
}

type Deps = Pick<LimitsDeps, 'store' | 'logger' | 'secret'>;

/**
 * Counts in this process's memory, and exchanges the counts with the store in the background. A
 * process exceeds a limit at most by a twentieth of it and by what comes in during one exchange; what
 * cannot be exchanged stays here, so that each process limits alone while the store is unavailable.
 */
export class SettledCounter {
  readonly #deps: Deps;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<Entry>();
  // An exchange belongs to no request, whichever one happens to start it.
  readonly #outside = AsyncLocalStorage.snapshot();
  #timer: NodeJS.Timeout | undefined;
  #exchange: Promise<void> | undefined;
  #sweptAt = performance.now();
  #isUnavailable = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Adds to a count, unless it is used up already. @returns what is used, more than `max` beyond it. */
  add(bound: Bound, id: string, cost: number): Count {
    const entry = this.#entryOf(bound, id);
    const before = entry.shared + entry.pending;
    // What is refused counts no further: within a window nothing changes.
    if (before > bound.max) return this.#countOf(entry);
    entry.pending += cost;
    this.#changed.add(entry);
    this.#schedule(Math.abs(entry.pending) >= bound.max * SOON ? 0 : SETTLE_MS);
    return this.#countOf(entry);
  }

  /** A count as this process knows it. */
  read(bound: Bound, id: string): Count {
    const entry = this.#entries.get(placeOf(bound, id));
    if (!entry || entry.endsAt <= performance.now()) {
      return { used: 0, msLeft: bound.windowSeconds * 1000 };
    }
    return this.#countOf(entry);
  }

  /** Exchanges what is left, and ends. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#exchange;
    if (!this.#isUnavailable) await this.#settle();
    clearTimeout(this.#timer);
  }

  #entryOf(bound: Bound, id: string): Entry {
    const place = placeOf(bound, id);
    const now = performance.now();
    const known = this.#entries.get(place);
    if (known && known.endsAt > now) return known;
    const entry = { bound, id, shared: 0, pending: 0, endsAt: now + bound.windowSeconds * 1000 };
    this.#entries.delete(place);
    this.#entries.set(place, entry);
    if (this.#entries.size > MAX_ENTRIES) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    return entry;
  }

  #countOf({ shared, pending, endsAt }: Entry): Count {
    return { used: Math.max(0, shared + pending), msLeft: endsAt - performance.now() };
  }

  #schedule(ms: number): void {
    if (this.#exchange) return;
    if (ms === 0) clearTimeout(this.#timer);
    else if (this.#timer) return;
    this.#timer = this.#outside(() =>
      setTimeout(() => {
        this.#timer = undefined;
        this.#exchange = this.#settle().finally(() => {
          this.#exchange = undefined;
          if (this.#changed.size > 0) this.#schedule(this.#nextMs());
        });
      }, ms).unref(),
    );
  }

  /** While the store is unavailable, asking it more often than every second would help no one. */
  #nextMs(): number {
    const isSoon = ({ bound, pending }: Entry) => pending >= bound.max * SOON;
    return !this.#isUnavailable && [...this.#changed].some(isSoon) ? 0 : SETTLE_MS;
  }

  async #settle(): Promise<void> {
    this.#sweep();
    const entries = [...this.#changed];
    try {
      for (let from = 0; from < entries.length; from += BATCH) {
        await this.#exchangeBatch(entries.slice(from, from + BATCH));
      }
      this.#isUnavailable = false;
    } catch (error) {
      if (this.#isUnavailable) return;
      this.#isUnavailable = true;
      const reason = error instanceof Unavailable ? error.cause : error;
      this.#deps.logger.warn('Each process limits requests alone: the store is unavailable', {
        error: reason,
      });
    }
  }

  async #exchangeBatch(entries: readonly Entry[]): Promise<void> {
    const now = performance.now();
    const sent: { entry: Entry; cost: number; key: string }[] = [];
    for (const entry of entries) {
      const { bound, id, pending } = entry;
      this.#changed.delete(entry);
      // Of a window that has ended nothing is worth telling.
      if (pending === 0 || entry.endsAt <= now) continue;
      sent.push({ entry, cost: pending, key: keyOf(this.#deps.secret, bound, id) });
    }
    if (sent.length === 0) return;
    try {
      const counts = await this.#deps.store.add(
        sent.map(({ entry, cost, key }) => ({
          key,
          cost,
          windowSeconds: entry.bound.windowSeconds,
        })),
      );
      const learnt = performance.now();
      for (const [index, { entry, cost }] of sent.entries()) {
        const { used, msLeft } = counts[index] ?? { used: cost, msLeft: entry.endsAt - learnt };
        entry.shared = used;
        entry.pending -= cost;
        entry.endsAt = learnt + msLeft;
      }
    } catch (error) {
      for (const { entry } of sent) this.#changed.add(entry);
      throw error;
    }
  }

  #sweep(): void {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_MS) return;
    this.#sweptAt = now;
    for (const [place, { endsAt }] of this.#entries) {
      if (endsAt <= now) this.#entries.delete(place);
    }
  }
}

function placeOf({ name }: Bound, id: string): string {
  return `${name} ${id}`;
}
