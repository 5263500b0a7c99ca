import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { CachedBody } from '../kernel/cachedBody.ts';
import { MAX_ENCODED_SHARE } from '../utils/cachedBody.ts';

/** What a computation gives to be kept, and the tags by which it is dropped. */
export interface Computed<Content = unknown> {
  readonly answer: CachedBody<Content>;
  readonly tags: readonly string[];
}

interface CacheOptions {
  /** Bound of what is kept: bodies, their compressed forms, keys and their bookkeeping. */
  maxBytes: number;
  /** The maximum time an answer is fresh, in case a notification is lost. */
  ttlMs: number;
  /**
   * Whether a computation failed because its source (the database) is unavailable, and not because
   * of the request.
   */
  isOutage?: (error: unknown) => boolean;
}

/**
 * Cached answers in this process's memory. A stale answer is served for a moment while a new one is
 * computed, so that no one waits and the database gets one query. While the database is
 * unavailable, stale answers are served for as long as they exist, with their age.
 */
export interface CacheService {
  /**
   * The answer for a key, computed when it is not there; once, however many ask at the same time.
   * In an outage it may be an old one, which has `stale`.
   * @throws what the computation throws; nothing is kept then.
   */
  read<Content>(
    key: string,
    compute: () => Promise<Computed<Content>>,
  ): Promise<CachedBody<Content>>;
  /** Lets an answer be found by an address too, as long as it is fresh. */
  remember(address: string, answer: CachedBody): void;
  /** The fresh answer that was remembered for an address, without asking what its key is. */
  find(address: string): CachedBody | undefined;
  /** Makes the answers old that have one of the tags. */
  invalidate(tags: readonly string[]): void;
  /** Makes all answers old. */
  invalidateAll(): void;
  /** Serves no present entry again, except in an outage: how long it has been stale is unknown. */
  clear(): void;
}

/** How long a stale answer is served after its invalidation: a part of the promised second. */
const STALE_AFTER_CHANGE_MS = 500;
/** The same when it has expired without a notification. */
const STALE_AFTER_TTL_MS = 10_000;
/** How long a new answer is waited for where there is an old one: the database may be frozen. */
export const PATIENCE_MS = 2000;
/** How often it is tried in an outage whether it is over: a part of the second within which it is felt. */
export const RETRY_MS = 500;

/** What an entry costs beyond its body and key: objects, map slots, tag sets, addresses. */
const ENTRY_OVERHEAD_BYTES = 1000;
const MAX_ADDRESSES = 4;
const MAX_ADDRESS_LENGTH = 200;

interface Entry extends Computed {
  computedAt: number;
  /** Moments of `performance.now()`. */
  freshUntil: number;
  usableUntil: number;
  readonly addresses: string[];
}

export function createCacheService({
  maxBytes,
  ttlMs,
  isOutage = () => false,
}: CacheOptions): CacheService {
  const keysByTag = new Map<string, Set<string>>();
  const keyByAddress = new Map<string, string>();
  const keyOfAnswer = new WeakMap<CachedBody, string>();
  const running = new Map<string, Promise<CachedBody>>();
  /** In an outage: when it is tried next whether it is over. */
  let retryAt: number | undefined;
  const kept = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: ({ answer }, key) =>
      Math.ceil(answer.body.length * (1 + MAX_ENCODED_SHARE)) +
      2 * key.length +
      ENTRY_OVERHEAD_BYTES,
    dispose: forget,
  });

  function forget({ tags, addresses }: Entry, key: string): void {
    for (const address of addresses) keyByAddress.delete(address);
    for (const tag of tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function keep(key: string, computed: Computed): void {
    const computedAt = performance.now();
    const freshUntil = computedAt + ttlMs;
    const usableUntil = freshUntil + STALE_AFTER_TTL_MS;
    kept.set(key, { ...computed, computedAt, freshUntil, usableUntil, addresses: [] });
    // An answer larger than the whole cache is not kept.
    if (!kept.has(key)) return;
    keyOfAnswer.set(computed.answer, key);
    for (const tag of computed.tags) {
      const keys = keysByTag.get(tag) ?? new Set();
      keysByTag.set(tag, keys.add(key));
    }
  }

  async function run(key: string, compute: () => Promise<Computed>): Promise<CachedBody> {
    const isMine = () => running.get(key) === flight;
    const flight: Promise<CachedBody> = compute().then((computed) => {
      if (isMine()) keep(key, computed);
      return computed.answer;
    });
    running.set(key, flight);
    try {
      const answer = await flight;
      retryAt = undefined;
      return answer;
    } catch (error) {
      if (isOutage(error)) retryAt = performance.now() + RETRY_MS;
      throw error;
    } finally {
      if (isMine()) running.delete(key);
    }
  }

  /** While an old answer is still given. A failure is left to those who will have to wait. */
  function refresh(key: string, compute: () => Promise<Computed>): void {
    if (!running.has(key)) run(key, compute).catch(() => undefined);
  }

  /**
   * The new answer if it can be computed, otherwise the stale one.
   * @throws errors that are no outage.
   */
  async function newOrStale(
    key: string,
    entry: Entry,
    compute: () => Promise<Computed>,
  ): Promise<CachedBody> {
    const now = performance.now();
    if (retryAt !== undefined) {
      if (now < retryAt) return staleOf(entry);
      // This one tries whether it is over; those who come meanwhile need not wait for it.
      retryAt = now + PATIENCE_MS;
    }
    const done = new AbortController();
    const late = delay(PATIENCE_MS, undefined, { signal: done.signal, ref: false });
    late.catch(() => undefined);
    try {
      const answer = await Promise.race([running.get(key) ?? run(key, compute), late]);
      if (answer) return answer;
      retryAt = performance.now() + RETRY_MS;
      return staleOf(entry);
    } catch (error) {
      if (isOutage(error)) return staleOf(entry);
      // The resource may be gone, for example: the stale answer is no answer then.
      if (kept.peek(key) === entry) kept.delete(key);
      throw error;
    } finally {
      done.abort();
    }
  }

  /**
   * A computation that started before a change may have read the old state: it answers those who
   * already wait, but it is not cached, and later callers do not join it. Its tags are not known
   * yet, so this applies to all running computations.
   */
  function disownRunning(): void {
    running.clear();
  }

  function makeOld(entry: Entry | undefined): void {
    if (!entry) return;
    const now = performance.now();
    entry.freshUntil = Math.min(entry.freshUntil, now);
    entry.usableUntil = Math.min(entry.usableUntil, now + STALE_AFTER_CHANGE_MS);
  }

  async function read(key: string, compute: () => Promise<Computed>): Promise<CachedBody> {
    const entry = kept.get(key);
    const now = performance.now();
    if (entry && now < entry.usableUntil) {
      if (now >= entry.freshUntil) refresh(key, compute);
      return entry.answer;
    }
    if (entry) return newOrStale(key, entry, compute);
    return running.get(key) ?? run(key, compute);
  }

  return {
    // A key has one computation, whose content is what is kept for it.
    read: <Content>(key: string, compute: () => Promise<Computed<Content>>) =>
      read(key, compute) as Promise<CachedBody<Content>>,

    remember(address, answer) {
      const key = keyOfAnswer.get(answer);
      const entry = key === undefined ? undefined : kept.peek(key);
      if (key === undefined || entry?.answer !== answer) return;
      if (address.length > MAX_ADDRESS_LENGTH || entry.addresses.length >= MAX_ADDRESSES) return;
      if (keyByAddress.has(address)) return;
      entry.addresses.push(address);
      keyByAddress.set(address, key);
    },

    find(address) {
      const key = keyByAddress.get(address);
      const entry = key === undefined ? undefined : kept.get(key);
      return entry && performance.now() < entry.freshUntil ? entry.answer : undefined;
    },

    invalidate(tags) {
      disownRunning();
      for (const tag of tags) {
        for (const key of keysByTag.get(tag) ?? []) makeOld(kept.peek(key));
      }
    },

    invalidateAll() {
      disownRunning();
      for (const entry of kept.values()) makeOld(entry);
    },

    clear() {
      disownRunning();
      const now = performance.now();
      for (const entry of kept.values()) {
        entry.freshUntil = Math.min(entry.freshUntil, now);
        entry.usableUntil = Math.min(entry.usableUntil, now);
      }
    },
  };
}

/** The same answer, which says of itself how old it is. */
function staleOf({ answer, computedAt, freshUntil }: Entry): CachedBody {
  const now = performance.now();
  const seconds = (since: number) => Math.max(0, Math.floor((now - since) / 1000));
  return {
    ...answer,
    stale: { ageSeconds: seconds(computedAt), expiredSeconds: seconds(freshUntil) },
  };
}
