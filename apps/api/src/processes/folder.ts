import path from 'node:path';
import type { Config } from '../config/index.ts';
import { prepareDataDir, tightenDataDir } from '../db/embedded/dataDir.ts';
import { tryAcquire } from '../db/embedded/fileLock.ts';
import { StartupError } from './fail.ts';

/**
 * Restricts the data folder to its owner, and locks it for this process. The embedded parts keep
 * their state there and cannot share it with another shop; without embedded parts nothing is
 * locked.
 * @param advice what to do when it is locked.
 * @returns a function that unlocks it (the end of the process does too).
 * @throws {StartupError} when a shop runs on it.
 */
export function claimFolder(
  { dataDir, database, stripe, mail }: Config,
  advice: string,
): () => void {
  tightenDataDir(dataDir);
  if (!database.embedded && !stripe.embedded && !mail.embedded) return () => undefined;
  prepareDataDir(dataDir);
  const release = tryAcquire(path.join(dataDir, 'shop.lock'));
  if (release) return release;
  throw new StartupError(`A shop already runs on ${dataDir}. ${advice}`);
}
