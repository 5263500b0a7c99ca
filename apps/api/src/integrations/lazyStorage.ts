import type { FileStore } from '../ports/fileStore.ts';
import { once } from '../utils/once.ts';

/** A store elsewhere whose code is loaded with its first use: its SDK is as large as a small shop. */
export function createLazyStorage(load: () => Promise<FileStore>): FileStore {
  const opened = once(load);
  return {
    put: async (...args) => (await opened()).put(...args),
    get: async (...args) => (await opened()).get(...args),
    head: async (...args) => (await opened()).head(...args),
    remove: async (...args) => (await opened()).remove(...args),
    move: async (...args) => (await opened()).move(...args),
    async *list(prefix) {
      yield* (await opened()).list(prefix);
    },
    presignPut: async (...args) => (await opened()).presignPut(...args),
    presignGet: async (...args) => (await opened()).presignGet(...args),
    removeUnfinished: async (...args) => (await opened()).removeUnfinished(...args),
    check: async () => (await opened()).check(),
  };
}
