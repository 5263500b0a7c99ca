import { LRUCache } from 'lru-cache';

/** A finished answer: the bytes of its body and the headers that are computed once with them. */
export interface FinishedBody {
  readonly body: Buffer;
  readonly etag: string;
  /** The `Link` header of a list. */
  readonly link?: string;
}

/** What a computation gives to be kept, and the tags by which it is dropped. */
export interface Computed {
  readonly answer: FinishedBody;
  readonly tags: readonly string[];
}

export interface CacheOptions {
  /** Bound of what is kept: bodies, keys and their bookkeeping. */
  maxBytes: number;
  /** How long an answer is kept at most, should the news of a change be lost. */
  ttlMs: number;
}

/** Finished answers in this process's memory. */
export interface CacheService {
  /**
   * The answer for a key, computed when it is not there; once, however many ask at the same time.
   * @throws what the computation throws; nothing is kept then.
   */
  read(key: string, compute: () => Promise<Computed>): Promise<FinishedBody>;
  /** Drops the answers that have one of the tags. */
  invalidate(tags: readonly string[]): void;
  /** Drops everything. */
  clear(): void;
}

/** What an entry costs beyond its body and key: objects, map slots, tag sets. */
const ENTRY_OVERHEAD_BYTES = 600;

export function createCacheService({ maxBytes, ttlMs }: CacheOptions): CacheService {
  const keysByTag = new Map<string, Set<string>>();
  const running = new Map<string, Promise<FinishedBody>>();
  const kept = new LRUCache<string, Computed>({
    maxSize: maxBytes,
    sizeCalculation: ({ answer }, key) =>
      answer.body.length + 2 * key.length + ENTRY_OVERHEAD_BYTES,
    ttl: ttlMs,
    dispose: ({ tags }, key) => forget(key, tags),
  });

  function forget(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function keep(key: string, computed: Computed): void {
    kept.set(key, computed);
    // An answer larger than the whole cache is not kept.
    if (!kept.has(key)) return;
    for (const tag of computed.tags) {
      const keys = keysByTag.get(tag) ?? new Set();
      keysByTag.set(tag, keys.add(key));
    }
  }

  async function run(key: string, compute: () => Promise<Computed>): Promise<FinishedBody> {
    const isMine = () => running.get(key) === flight;
    const flight: Promise<FinishedBody> = compute().then((computed) => {
      if (isMine()) keep(key, computed);
      return computed.answer;
    });
    running.set(key, flight);
    try {
      return await flight;
    } finally {
      if (isMine()) running.delete(key);
    }
  }

  /**
   * What began before a change may have read the old state: it is still an answer for those who
   * asked before, but it is not kept, and who asks from now on does not join it. Which tags it will
   * have is not known yet, so this goes for all that run.
   */
  function disownRunning(): void {
    running.clear();
  }

  return {
    async read(key, compute) {
      return kept.get(key)?.answer ?? running.get(key) ?? run(key, compute);
    },

    invalidate(tags) {
      disownRunning();
      for (const tag of tags) {
        for (const key of keysByTag.get(tag) ?? []) kept.delete(key);
      }
    },

    clear() {
      disownRunning();
      kept.clear();
    },
  };
}
