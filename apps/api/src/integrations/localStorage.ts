import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../ports/fileStore.ts';
import { asDiskError, StorageProblem } from '../ports/fileStoreErrors.ts';
import { errorCode } from '../utils/errorCode.ts';
import { contentTypeOf } from '../utils/storageKeys.ts';
import { nullIfAbsentIn } from './localStorage/absent.ts';
import { fileBody } from './localStorage/fileBody.ts';
import { createFileTokens } from './localStorage/fileTokens.ts';
import { listFiles } from './localStorage/listFiles.ts';

interface LocalStorageOptions {
  /** Created when it is first needed. */
  folder: string;
  /** For addresses by which clients bring and fetch files; without it there are none. */
  signing?: {
    readonly secret: string;
    /** Addresses of the API, which a token is added to. */
    readonly uploads: string;
    readonly downloads: string;
  };
}

const RENAME_ATTEMPTS = 5;

/**
 * Files in a folder. The key's ending gives the content type, so nothing is stored beside the file.
 * A file appears by renaming, so no reader sees half of one.
 */
export function createLocalStorage({ folder, signing }: LocalStorageOptions): FileStore {
  const root = path.resolve(folder);
  // No key begins with a dot, so what is half written cannot be asked for.
  const incoming = path.join(root, '.incoming');
  const fileOf = (key: string) => path.join(root, key);
  const tokens = signing && createFileTokens(signing.secret);
  const nullIfAbsent = nullIfAbsentIn(root);

  return {
    async put(key, body) {
      const temporary = path.join(incoming, randomUUID());
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        const source = body instanceof Readable ? body : Readable.from([body]);
        const target = createWriteStream(temporary, { flush: true });
        await pipeline(source, target);
        await renameInto(temporary, fileOf(key));
        return { bytes: target.bytesWritten };
      } catch (error) {
        if (body instanceof Readable) body.destroy();
        // What stays is swept: removeUnfinished.
        await rm(temporary, { force: true }).catch(() => undefined);
        throw asDiskError(error);
      }
    },

    async get(key, range) {
      const file = await open(fileOf(key)).catch(nullIfAbsent);
      if (!file) return null;
      try {
        const stats = await file.stat();
        if (stats.isFile()) {
          if (range && range.start >= stats.size) throw new RangeError(`${key} has no such range`);
          const facts = { contentType: contentTypeOf(key), modifiedAt: stats.mtime };
          return { stream: fileBody(file.createReadStream(range)), size: stats.size, ...facts };
        }
      } catch (error) {
        await file.close();
        throw asDiskError(error);
      }
      await file.close();
      return null;
    },

    async head(key) {
      const stats = await stat(fileOf(key)).catch(nullIfAbsent);
      if (!stats?.isFile()) return null;
      return { bytes: stats.size, contentType: contentTypeOf(key), modifiedAt: stats.mtime };
    },

    async remove(key) {
      await rm(fileOf(key), { force: true }).catch(nullIfAbsent);
      await removeEmptyFolders(root, path.dirname(key));
    },

    async move(from, to) {
      try {
        await renameInto(fileOf(from), fileOf(to));
      } catch (error) {
        const isThere = await stat(fileOf(from)).catch(nullIfAbsent);
        if (!isThere) return false;
        throw asDiskError(error);
      }
      await removeEmptyFolders(root, path.dirname(from));
      return true;
    },

    list: (prefix) => listFiles(root, prefix),

    async presignPut(key, { contentType, bytes, expiresSeconds }) {
      const { tokens, addresses } = requireSigning();
      const token = tokens.write('upload', { key, contentType, bytes }, expiresSeconds);
      const headers = { 'Content-Type': contentType };
      return { method: 'PUT', url: `${addresses.uploads}/${token}`, headers };
    },

    async presignGet(key, { expiresSeconds, ...terms }) {
      const { tokens, addresses } = requireSigning();
      return `${addresses.downloads}/${tokens.write('download', { key, ...terms }, expiresSeconds)}`;
    },

    async removeUnfinished(before) {
      const names = (await readdir(incoming).catch(nullIfAbsent)) ?? [];
      let count = 0;
      for (const name of names) {
        const stats = await stat(path.join(incoming, name)).catch(nullIfAbsent);
        if (!stats || stats.mtime >= before) continue;
        await rm(path.join(incoming, name), { force: true }).catch(nullIfAbsent);
        count += 1;
      }
      return count;
    },

    async check() {
      try {
        await mkdir(root, { recursive: true, mode: 0o700 });
        await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
      } catch (error) {
        throw new StorageProblem(
          'DATA_DIR',
          `has a folder for files that cannot be written to: ${root} (${String(errorCode(error))})`,
          { cause: error },
        );
      }
    },

    localFile: (key) => ({ root, path: key }),
    readUploadToken: (token) => tokens?.read('upload', token),
    readDownloadToken: (token) => tokens?.read('download', token),
  };

  function requireSigning() {
    if (!signing || !tokens) throw new Error('This folder has no signed addresses');
    return { tokens, addresses: signing };
  }
}

/** Renames a file, whose folder is made; another one's removal may delete it again in between. */
async function renameInto(from: string, to: string): Promise<void> {
  for (let left = RENAME_ATTEMPTS; ; left--) {
    await mkdir(path.dirname(to), { recursive: true });
    try {
      return await rename(from, to);
    } catch (error) {
      const isThere = await stat(from).then(
        () => true,
        () => false,
      );
      if (left === 0 || !isThere || errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** Deletes the folder and those above it, as far as nothing is in them. */
async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const isRemoved = await rmdir(path.join(root, folder)).then(
    () => true,
    () => false,
  );
  if (isRemoved) await removeEmptyFolders(root, path.dirname(folder));
}
