import type { Histogram } from 'prom-client';
import type { FileStore } from '../ports/fileStore.ts';
import { StorageUnavailableError } from '../ports/fileStoreErrors.ts';

type StorageTimes = Histogram<'operation' | 'result'>;

/** The store, whose calls are in the metrics: how long they take, and their outcome. */
export function watchStorage(store: FileStore, times: StorageTimes): FileStore {
  async function timed<T>(operation: string, call: () => Promise<T>): Promise<T> {
    const end = times.startTimer({ operation });
    try {
      const value = await call();
      end({ result: 'ok' });
      return value;
    } catch (error) {
      end({ result: error instanceof StorageUnavailableError ? 'unavailable' : 'error' });
      throw error;
    }
  }

  return {
    ...store,
    put: (...args) => timed('put', () => store.put(...args)),
    get: (...args) => timed('get', () => store.get(...args)),
    head: (...args) => timed('head', () => store.head(...args)),
    remove: (...args) => timed('remove', () => store.remove(...args)),
    move: (...args) => timed('move', () => store.move(...args)),
    removeUnfinished: (...args) =>
      timed('remove_unfinished', () => store.removeUnfinished(...args)),
    check: () => timed('check', () => store.check()),
  };
}
