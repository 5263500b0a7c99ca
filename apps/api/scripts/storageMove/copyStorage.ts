import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { PRIVATE_FILES } from '../../src/utils/storageKeys.ts';
import type { FileStore, ListedFile } from '../../src/ports/fileStore.ts';

/** Files that are copied at a time. */
const AT_A_TIME = 4;
/** Data exports: they expire in days, and one that was deleted must not come back. */
const LEFT_OUT = `${PRIVATE_FILES}exports/`;
/** How many files a line of progress tells of. */
const PROGRESS_FILES = 100;

interface Copied {
  readonly files: number;
  /** Of them, those that were there already. */
  readonly present: number;
  readonly failed: number;
  readonly bytes: number;
}

/**
 * Copies all files, one that is there with the same content not again. What is broken off is
 * completed by the next run, since a file appears whole or not at all.
 * @param say prints a line.
 */
export async function copyStorage(
  from: FileStore,
  to: FileStore,
  say: (line: string) => void,
): Promise<Copied> {
  const sum = { files: 0, present: 0, failed: 0, bytes: 0 };
  const limit = pLimit(AT_A_TIME);
  const running = new Set<Promise<void>>();
  const tell = () =>
    say(`${sum.files} files, ${sum.bytes} bytes: ${sum.present} were there, ${sum.failed} failed`);

  async function copy(file: ListedFile): Promise<void> {
    try {
      if (await copyFile(from, to, file)) sum.present += 1;
      sum.bytes += file.bytes;
    } catch (error) {
      sum.failed += 1;
      say(`${file.key} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    sum.files += 1;
    if (sum.files % PROGRESS_FILES === 0) tell();
  }

  let leftOut = 0;
  for await (const file of from.list('')) {
    if (file.key.startsWith(LEFT_OUT)) {
      leftOut += 1;
      continue;
    }
    const copying = limit(copy, file).finally(() => running.delete(copying));
    running.add(copying);
    // The list is read no faster than its files are copied.
    if (running.size >= 2 * AT_A_TIME) await Promise.race(running);
  }
  await Promise.all(running);
  tell();
  if (leftOut > 0) {
    say(`${leftOut} data exports (${LEFT_OUT}) are left out: people ask for them again`);
  }
  return sum;
}

/** @returns whether it was there already. @throws where the copy is not what the original is. */
async function copyFile(
  from: FileStore,
  to: FileStore,
  { key, bytes }: ListedFile,
): Promise<boolean> {
  const expected = await hashOf(from, key);
  // It was deleted meanwhile.
  if (expected === null) return false;
  const known = await to.head(key);
  if (known?.bytes === bytes && (await hashOf(to, key)) === expected) return true;
  const source = await from.get(key);
  if (!source) return false;
  await to.put(key, source.stream, source.contentType);
  if ((await hashOf(to, key)) !== expected) throw new Error('the copy differs from the original');
  return false;
}

/** @returns SHA-256 in hexadecimal; null where there is no such file. */
async function hashOf(store: FileStore, key: string): Promise<string | null> {
  const file = await store.get(key);
  if (!file) return null;
  const hash = createHash('sha256');
  for await (const chunk of file.stream as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
