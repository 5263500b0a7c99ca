import type { Context } from '../kernel/context.ts';
import type { Database } from '../db/client.ts';
import { withDeps } from '../utils/withDeps.ts';
import type { AuditService } from './audit.service.ts';
import { changeClient } from './apiKeys/changeClient.ts';
import { getKey, listKeys } from './apiKeys/findKeys.ts';
import { createKeyCache } from './apiKeys/keyCache.ts';
import { hashOf, isSecretKey } from './apiKeys/keyText.ts';
import { limitKey, type LiveKey } from './apiKeys/limitKey.ts';
import { selectKeyByHash, selectKeyById, touchKey } from './apiKeys/statements.ts';
import { createKey, revokeApiKey, rotateApiKey, takeApiKey } from './apiKeys/writeKeys.ts';
import type { EventBus } from './eventBus.service.ts';

export type { ApiKey } from './apiKeys/findKeys.ts';
export type { MadeApiKey } from './apiKeys/writeKeys.ts';
export type { LiveKey } from './apiKeys/limitKey.ts';

interface ApiKeysDeps {
  readonly database: Pick<Database, 'query' | 'execute'>;
  readonly eventBus: Pick<EventBus, 'on'>;
  readonly audit: AuditService;
  readonly cursorSecret: string;
}

export type ApiKeysService = ReturnType<typeof createApiKeysService>;

/** Keys of machines: storefronts, servers, and clients of OAuth 2. */
export function createApiKeysService(deps: ApiKeysDeps) {
  const { database, eventBus } = deps;
  const cache = createKeyCache();
  eventBus.on('apiKeys.changed', ({ id }) => cache.forget(id));
  eventBus.on('identity.changed', ({ userId }) => cache.forgetOwner(userId));
  eventBus.on('bus.reconnected', () => cache.forget(null));

  /** Records a use, without making the request wait or fail. */
  function used<Key extends LiveKey>(key: Key | undefined): Key | undefined {
    if (key && cache.isDue(key.id)) {
      void database.execute(touchKey, { id: key.id }).catch(() => undefined);
    }
    return key;
  }

  /** Every token costs a hash and, unless it is known, one look by an index. */
  async function findLive(key: string, kind: LiveKey['kind']): Promise<LiveKey | undefined> {
    const hash = hashOf(key);
    const found = await cache.find(hash, () => database.query(selectKeyByHash, { hash }));
    return used(found?.kind === kind ? found : undefined);
  }

  return {
    get: getKey,
    isSecretKey,
    /** The secret key that a bearer token is; undefined for one that is not valid. */
    secretKey: (key: string) => findLive(key, 'secret'),
    /** A client of OAuth 2 that shows its secret, as it is now; undefined where the secret is wrong. */
    async clientOf(id: string, secret: string): Promise<LiveKey | undefined> {
      const [row] = await database.query(selectKeyByHash, { hash: hashOf(secret) });
      return used(row?.kind === 'client' && row.id === id ? limitKey(row) : undefined);
    },
    /** A client of OAuth 2 by its id; undefined for one that is not valid. */
    async client(id: string): Promise<LiveKey | undefined> {
      const found = await cache.find(id, () => database.query(selectKeyById, { id }));
      return used(found?.kind === 'client' ? found : undefined);
    },
    /** What a key or a client may do now; undefined for one that is not valid. */
    async keyOf({ db }: Context, id: string): Promise<LiveKey | undefined> {
      const [row] = await db.query(selectKeyById, { id });
      return row && limitKey(row);
    },
    /** A storefront's key; undefined for one that is not valid. */
    publishableKey: (key: string) => findLive(key, 'publishable'),
    /** The same without a look into the database; undefined where that would be needed. */
    knownPublishable(key: string): LiveKey | undefined {
      const found = cache.known(hashOf(key));
      return found?.kind === 'publishable' ? found : undefined;
    },
    ...withDeps(deps, {
      list: listKeys,
      create: createKey,
      rotate: rotateApiKey,
      revoke: revokeApiKey,
      take: takeApiKey,
      changeClient,
    }),
  };
}
