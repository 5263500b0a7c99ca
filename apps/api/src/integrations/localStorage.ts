import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore, StoredFile } from '../services/storage.service.ts';
import { errorCode } from '../utils/errorCode.ts';
import { contentTypeOf } from '../utils/storageKeys.ts';

interface LocalStorageOptions {
  /** Created when it is first needed. */
  folder: string;
}

/**
 * Files in a folder. The key's ending gives the content type, so nothing is stored beside the file.
 * A file appears by renaming, so no reader sees half of one.
 */
export function createLocalStorage({ folder }: LocalStorageOptions): FileStore {
  const root = path.resolve(folder);
  // No key begins with a dot, so what is half written cannot be asked for.
  const incoming = path.join(root, '.incoming');
  const fileOf = (key: string) => path.join(root, key);

  return {
    async put(key, body) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await mkdir(path.dirname(fileOf(key)), { recursive: true });
      const temporary = path.join(incoming, randomUUID());
      try {
        const source = body instanceof Readable ? body : Readable.from([body]);
        await pipeline(source, createWriteStream(temporary, { flush: true }));
        await rename(temporary, fileOf(key));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async get(key): Promise<StoredFile | null> {
      const file = await openFile(fileOf(key));
      if (!file) return null;
      const stats = await file.stat();
      if (!stats.isFile()) {
        await file.close();
        return null;
      }
      const contentType = contentTypeOf(key);
      return { stream: file.createReadStream(), size: stats.size, contentType };
    },

    remove: (key) => rm(fileOf(key), { force: true }),

    localFile: (key) => ({ root, path: key }),
  };
}

async function openFile(name: string): Promise<FileHandle | null> {
  try {
    return await open(name);
  } catch (error) {
    // ENOTDIR: a part of the key is a file.
    if (['ENOENT', 'ENOTDIR'].includes(String(errorCode(error)))) return null;
    throw error;
  }
}
