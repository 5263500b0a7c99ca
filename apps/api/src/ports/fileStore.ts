import type { Readable } from 'node:stream';

/** A stored file, opened for reading. */
export interface StoredFile {
  /** Must be read or destroyed. */
  readonly stream: Readable;
  readonly contentType: string;
  /** In bytes: of the whole file, also where a range of it is read. */
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface FileFacts {
  readonly bytes: number;
  readonly contentType: string;
  readonly modifiedAt: Date;
}

export interface ListedFile {
  readonly key: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Part of a file: positions of its first and its last byte, beginning with 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A request by which a client brings a file to the storage itself. */
export interface UploadRequest {
  readonly method: 'PUT';
  readonly url: string;
  /** To be sent with it, as they are. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a signed upload may bring. */
export interface UploadTerms {
  readonly contentType: string;
  /** Exactly so many. */
  readonly bytes: number;
  readonly expiresSeconds: number;
}

export interface DownloadTerms {
  readonly expiresSeconds: number;
  /** The file is saved under this name, and never shown in place. */
  readonly downloadName?: string;
  /** Instead of the stored one. */
  readonly contentType?: string;
}

/** What the token of a signed address of the API allows. */
export interface UploadGrant {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: number;
}

export interface DownloadGrant {
  readonly key: string;
  readonly contentType?: string;
  readonly downloadName?: string;
}

/**
 * Where files are kept: a folder, a bucket. Keys are well-formed (services/storage.service.ts). Each
 * method throws `StorageUnavailableError` where the same may succeed later.
 */
export interface FileStore {
  /** Stores all or nothing, replacing what was there. An error of the body is thrown as it is. */
  put(
    key: string,
    body: Readable | Uint8Array,
    contentType: string,
  ): Promise<{ readonly bytes: number }>;
  /** @throws {RangeError} where the file has no byte of the range. */
  get(key: string, range?: ByteRange): Promise<StoredFile | null>;
  head(key: string): Promise<FileFacts | null>;
  /** Deletes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /**
   * Renames a file, replacing what is under the other key, where it appears whole.
   * @param contentType the new one; the old one stays without it.
   * @returns false where there is no such file.
   */
  move(from: string, to: string, contentType?: string): Promise<boolean>;
  /** All files whose keys begin so, by key (in the order of bytes), read as they are asked for. */
  list(prefix: string): AsyncIterable<ListedFile>;
  presignPut(key: string, terms: UploadTerms): Promise<UploadRequest>;
  presignGet(key: string, terms: DownloadTerms): Promise<string>;
  /** Deletes what interrupted `put`s have left behind before that moment. @returns how many. */
  removeUnfinished(before: Date): Promise<number>;
  /** @throws {StorageProblem} naming what to set; {StorageUnavailableError}. */
  check(): Promise<void>;
  /** The folder and the path in it, where files are on this machine's disk. */
  localFile?(key: string): { readonly root: string; readonly path: string };
  /** What a token in an address of the API allows, where signed addresses are the API's own. */
  readUploadToken?(token: string): (UploadGrant & { readonly expiresAt: Date }) | undefined;
  readDownloadToken?(token: string): DownloadGrant | undefined;
}
