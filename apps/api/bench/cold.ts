import { LRUCache } from 'lru-cache';

const kept = Object.getOwnPropertyDescriptor(LRUCache.prototype, 'get');

/** Disables all caches of this process. */
export function disableCaches(): Promise<null> {
  LRUCache.prototype.get = () => undefined;
  return Promise.resolve(null);
}

export function enableCaches(): Promise<null> {
  if (kept) Object.defineProperty(LRUCache.prototype, 'get', kept);
  return Promise.resolve(null);
}
