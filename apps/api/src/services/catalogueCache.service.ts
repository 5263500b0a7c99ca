import type { CachedBody } from '../kernel/cachedBody.ts';
import type { CacheService } from './cache.service.ts';
import type { EventBus } from './eventBus.service.ts';

interface CatalogueCacheDeps {
  readonly cache: CacheService;
  readonly eventBus: Pick<EventBus, 'on'>;
}

export type CatalogueCacheService = ReturnType<typeof createCatalogueCacheService>;

/** Any change of a product may concern any list, so they become old together. */
const LISTS = 'lists';
const productTag = (id: string) => `product:${id}`;

/** Serialized answers of the catalogue, which a change of a product makes stale. */
export function createCatalogueCacheService({ cache, eventBus }: CatalogueCacheDeps) {
  eventBus.on('product.changed', ({ ids }) => {
    if (ids === null) cache.invalidateAll();
    else cache.invalidate([LISTS, ...ids.map(productTag)]);
  });
  // Notifications that were sent while the connection was lost have not been received.
  eventBus.on('bus.reconnected', () => cache.clear());

  return {
    /** The answer of a list of products. @throws what the computation throws. */
    list: <Content>(key: unknown, compute: () => Promise<CachedBody<Content>>) =>
      cache.read(JSON.stringify(['products', key]), async () => ({
        answer: await compute(),
        tags: [LISTS],
      })),

    /** The answer of one product, whose id is known once it is read. @throws what the computation throws. */
    product: <Content>(
      key: unknown,
      compute: () => Promise<{ readonly id: string; readonly answer: CachedBody<Content> }>,
    ) =>
      cache.read(JSON.stringify(['product', key]), async () => {
        const { id, answer } = await compute();
        return { answer, tags: [productTag(id)] };
      }),

    /** An answer that no change of a product concerns. @throws what the computation throws. */
    other: <Content>(key: string, compute: () => Promise<CachedBody<Content>>) =>
      cache.read(key, async () => ({ answer: await compute(), tags: [] })),
  };
}
