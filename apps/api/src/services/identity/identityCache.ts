import { LRUCache } from 'lru-cache';
import type { Identity } from '../../kernel/identity.ts';

/** A notification that is lost leaves an old identity for no longer than this. */
const TTL_MS = 10_000;
const MAX_TOKENS = 10_000;

/** Identities by access token, until something about them changes. */
interface IdentityCache {
  find(token: string): Identity | undefined;
  /**
   * Reads an identity, and keeps it until `expiresAt` (milliseconds) at the latest, unless something
   * changed while it was read.
   */
  load(
    token: string,
    read: () => Promise<CachedIdentity | undefined>,
  ): Promise<Identity | undefined>;
  /** @param userId null for everyone. */
  forget(userId: string | null): void;
}

export interface CachedIdentity {
  readonly identity: Identity;
  readonly expiresAt: number;
}

export function createIdentityCache(): IdentityCache {
  const byToken = new LRUCache<string, CachedIdentity>({ max: MAX_TOKENS, ttl: TTL_MS });
  /** How often something was forgotten: what was read before may be outdated. */
  let generation = 0;

  return {
    find(token) {
      const known = byToken.get(token);
      return known && known.expiresAt > Date.now() ? known.identity : undefined;
    },

    async load(token, read) {
      const before = generation;
      const found = await read();
      if (found && generation === before) byToken.set(token, found);
      return found?.identity;
    },

    forget(userId) {
      generation++;
      if (userId === null) return byToken.clear();
      for (const [token, { identity }] of byToken.entries()) {
        if (identity.userId === userId) byToken.delete(token);
      }
    },
  };
}
