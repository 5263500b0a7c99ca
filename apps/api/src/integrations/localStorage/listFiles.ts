import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ListedFile } from '../../ports/fileStore.ts';
import { nullIfAbsentIn } from './absent.ts';

/**
 * The files of a folder whose keys begin with the prefix, by key, a folder at a time. One that is
 * deleted meanwhile may be left out.
 */
export async function* listFiles(root: string, prefix: string): AsyncGenerator<ListedFile> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  yield* filesIn(root, folder, prefix);
}

async function* filesIn(root: string, folder: string, prefix: string): AsyncGenerator<ListedFile> {
  for (const entry of await entriesOf(root, folder)) {
    const key = `${folder}${entry.name}`;
    const isWithin = key.startsWith(prefix);
    if (entry.isDirectory()) {
      if (isWithin || prefix.startsWith(`${key}/`)) yield* filesIn(root, `${key}/`, prefix);
    } else if (isWithin && entry.isFile()) {
      const stats = await stat(path.join(root, key)).catch(nullIfAbsentIn(root));
      if (stats) yield { key, bytes: stats.size, modifiedAt: stats.mtime };
    }
  }
}

/** A folder's name counts with its slash, as in the keys that begin with it. */
const sortNameOf = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);

/** In the order of the keys. No key has a part that begins with a dot. */
async function entriesOf(root: string, folder: string): Promise<Dirent[]> {
  const reading = readdir(path.join(root, folder), { withFileTypes: true });
  const entries = await reading.catch(nullIfAbsentIn(root));
  return (entries ?? [])
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (sortNameOf(one) < sortNameOf(other) ? -1 : 1));
}
