import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type {
  ByteRange,
  DownloadGrant,
  DownloadTerms,
  FileFacts,
  FileStore,
  ListedFile,
  StoredFile,
  UploadGrant,
  UploadRequest,
  UploadTerms,
} from '../ports/fileStore.ts';
import { extensionOf, isImmutableKey, isStorageKey } from '../utils/storageKeys.ts';

export type StorageService = ReturnType<typeof createStorageService>;

/** Files (pictures, documents) by key, wherever they are kept. */
export function createStorageService(store: FileStore) {
  const checked = (key: string) => {
    if (!isStorageKey(key)) throw new RangeError(`"${key}" is not a storage key`);
    return key;
  };

  return {
    /**
     * Stores a file under a key of the caller's choice, all or nothing. An error of the body is
     * thrown as it is.
     * @returns how many bytes it has.
     * @throws {RangeError} for a malformed key; {StorageUnavailableError}.
     */
    put: async (
      key: string,
      body: Readable | Uint8Array,
      contentType: string,
    ): Promise<{ readonly bytes: number }> => store.put(checked(key), body, contentType),

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

    /**
     * The file, or a range of its bytes; null when there is none, also for a key that cannot be one.
     * @throws {RangeError} where it has no byte of the range; {StorageUnavailableError}.
     */
    get: async (key: string, range?: ByteRange): Promise<StoredFile | null> =>
      isStorageKey(key) ? store.get(key, range) : null,

    /** What is known of a file without reading it. @throws {StorageUnavailableError} */
    head: async (key: string): Promise<FileFacts | null> =>
      isStorageKey(key) ? store.head(key) : null,

    /** Deletes a file; one that is not there is no error. @throws {RangeError} for a malformed key. */
    remove: async (key: string): Promise<void> => store.remove(checked(key)),

    /**
     * Renames a file, replacing what is under the other key.
     * @param contentType the new one; the old one stays without it.
     * @returns false where there is no such file.
     * @throws {RangeError} for a malformed key; {StorageUnavailableError}.
     */
    move: async (from: string, to: string, contentType?: string): Promise<boolean> =>
      store.move(checked(from), checked(to), contentType),

    /** All files whose keys begin so, in the order of their keys. @throws {StorageUnavailableError} */
    list: (prefix: string): AsyncIterable<ListedFile> => store.list(prefix),

    /**
     * A request by which a client brings a file to the storage itself, with exactly this type and
     * length. Anyone who has it may send it until it expires.
     * @throws {RangeError} for a malformed key.
     */
    presignPut: async (key: string, terms: UploadTerms): Promise<UploadRequest> =>
      store.presignPut(checked(key), terms),

    /** An address from which anyone may fetch the file until it expires. @throws {RangeError} */
    presignGet: async (key: string, terms: DownloadTerms): Promise<string> =>
      store.presignGet(checked(key), terms),

    /**
     * Deletes what interrupted uploads have left behind in the store itself, begun before then.
     * @returns how many.
     * @throws {StorageUnavailableError}
     */
    removeUnfinished: (before: Date): Promise<number> => store.removeUnfinished(before),

    /** Tries the store once. @throws {StorageProblem} naming what to set; {StorageUnavailableError} */
    check: (): Promise<void> => store.check(),

    /** Where the file would be on this machine's disk, if that is where files are. */
    localFile: (key: string) => (isStorageKey(key) ? store.localFile?.(key) : undefined),

    /** What an address of the API allows to bring; undefined for a wrong or expired token. */
    readUploadToken: (token: string): (UploadGrant & { readonly expiresAt: Date }) | undefined =>
      store.readUploadToken?.(token),

    /** What an address of the API allows to fetch; undefined for a wrong or expired token. */
    readDownloadToken: (token: string): DownloadGrant | undefined =>
      store.readDownloadToken?.(token),

    /** Whether what is under this key can never change. */
    isImmutable: isImmutableKey,
  };
}

/** The key that content is stored under: in folders of two characters, since one with a million files is slow. */
function contentKey(content: Uint8Array, contentType: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return `${hash.slice(0, 2)}/${hash}.${extensionOf(contentType)}`;
}
