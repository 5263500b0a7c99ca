import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../utils/errorCode.ts';
import { EnvironmentError } from '../../utils/environmentError.ts';

const RETRY_MS = 25;
const SQLITE_BUSY = 5;

/**
 * Runs `work` while no other process holds the lock of the same file. Node has no file locks;
 * SQLite's are the kernel's, so they end with their process, even after `kill -9`, and can never be
 * stale.
 * @throws when the lock is not free within `timeoutMs`, and what `work` throws.
 */
export async function withFileLock<T>(
  file: string,
  timeoutMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const release = await acquire(file, Date.now() + timeoutMs);
  try {
    return await work();
  } finally {
    release();
  }
}

async function acquire(file: string, deadline: number): Promise<() => void> {
  for (;;) {
    const release = tryAcquire(file);
    if (release) return release;
    if (Date.now() > deadline) {
      throw new Error(`Another process has held ${file} for too long. It may hang.`);
    }
    await delay(RETRY_MS);
  }
}

/**
 * Takes the lock of a file if it is free.
 * @returns a function that releases it (the end of the process does too), or undefined.
 * @throws {EnvironmentError} when the file is not writable.
 */
export function tryAcquire(file: string): (() => void) | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file);
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (errorCode(error) === SQLITE_BUSY) return undefined;
    throw new EnvironmentError(
      `${file} cannot be locked: does it belong to another user? [${String(error)}]`,
      {
        cause: error,
      },
    );
  }
}
