import { LRUCache } from 'lru-cache';
import { limitKey, type LiveKey } from './limitKey.ts';
import type { KeyRow } from './statements.ts';

/** A notification that is lost leaves an old key for no longer than this. */
const TTL_MS = 10_000;
const MAX_KEYS = 1000;
const TOUCH_MS = 60_000;

/** Keys by their hash, or by the id of a client, until something about them changes. */
export function createKeyCache() {
  const known = new LRUCache<string, LiveKey>({ max: MAX_KEYS, ttl: TTL_MS });
  const touched = new LRUCache<string, true>({ max: MAX_KEYS, ttl: TOUCH_MS });
  /** How often something was forgotten: what was read before may be outdated. */
  let generation = 0;

  return {
    /** A key from the cache, or as it is read. Unknown ones are read each time. */
    async find(name: string, read: () => Promise<readonly KeyRow[]>): Promise<LiveKey | undefined> {
      const found = known.get(name);
      if (found && isCurrent(found)) return found;
      const before = generation;
      const [row] = await read();
      if (!row) return undefined;
      const key = limitKey(row);
      if (generation === before) known.set(name, key);
      return key;
    },

    /** A key that is known to be valid, without a look into the database. */
    known(name: string): LiveKey | undefined {
      const found = known.get(name);
      return found && isCurrent(found) ? found : undefined;
    },

    /** Whether a use of the key is to be recorded now: once a minute. */
    isDue(id: string): boolean {
      if (touched.has(id)) return false;
      touched.set(id, true);
      return true;
    },

    /** Forgets the keys that someone's rights limit. @param userId null for everyone. */
    forgetOwner(userId: string | null): void {
      generation++;
      for (const [name, { ownerId }] of known.entries()) {
        if (ownerId !== null && (userId === null || ownerId === userId)) known.delete(name);
      }
    },

    /** @param id null for all. */
    forget(id: string | null): void {
      generation++;
      if (id === null) return known.clear();
      for (const [name, key] of known.entries()) if (key.id === id) known.delete(name);
    },
  };
}

const isCurrent = ({ changesAt }: LiveKey) =>
  changesAt === null || changesAt.getTime() > Date.now();
