import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { extensionOf, isContentKey, isStorageKey } from '../utils/storageKeys.ts';

/** A stored file, opened for reading. */
export interface StoredFile {
  /** Must be read or destroyed. */
  stream: Readable;
  contentType: string;
  /** In bytes. */
  size: number;
}

/** What an adapter (a folder, S3) does; it may rely on keys being well-formed. */
export interface FileStore {
  /** Stores all or nothing, replacing what was there. */
  put(key: string, body: Readable | Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<StoredFile | null>;
  /** Deletes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** The folder and the path in it, where files are on this machine's disk. */
  localFile?(key: string): { root: string; path: string };
}

export type StorageService = ReturnType<typeof createStorageService>;

/** Files (pictures, documents) by key, wherever they are kept. */
export function createStorageService(store: FileStore) {
  const checked = (key: string) => {
    if (!isStorageKey(key)) throw new RangeError(`"${key}" is not a storage key`);
    return key;
  };

  return {
    /** Stores a file under a key of the caller's choice. @throws {RangeError} for a malformed key. */
    put: async (key: string, body: Readable | Uint8Array, contentType: string): Promise<void> =>
      store.put(checked(key), body, contentType),

    /**
     * Stores a file under the hash of its content, so that storing it again changes nothing and
     * clients may keep it for ever.
     * @returns the key.
     */
    async putContent(content: Uint8Array, contentType: string): Promise<string> {
      const key = contentKey(content, contentType);
      await store.put(key, content, contentType);
      return key;
    },

    contentKey,

    /** The file, or null when there is none; also for a key that cannot be one. */
    get: async (key: string): Promise<StoredFile | null> =>
      isStorageKey(key) ? store.get(key) : null,

    /** Deletes a file; one that is not there is no error. @throws {RangeError} for a malformed key. */
    remove: async (key: string): Promise<void> => store.remove(checked(key)),

    /** Where the file would be on this machine's disk, if that is where files are. */
    localFile: (key: string) => (isStorageKey(key) ? store.localFile?.(key) : undefined),

    /** Whether what is under this key can never change. */
    isImmutable: isContentKey,
  };
}

/** The key that content is stored under: in folders of two characters, since one with a million files is slow. */
function contentKey(content: Uint8Array, contentType: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return `${hash.slice(0, 2)}/${hash}.${extensionOf(contentType)}`;
}
