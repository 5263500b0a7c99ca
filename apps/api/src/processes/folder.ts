import path from 'node:path';
import type { Config } from '../config/index.ts';
import { prepareDataDir, tightenDataDir } from '../db/embedded/dataDir.ts';
import { tryAcquire } from '../db/embedded/fileLock.ts';
import { StartupError } from './fail.ts';

/**
 * Closes the data folder to others, and takes it for this process. What is embedded keeps its state there, and would not
 * share it with another shop; where nothing is embedded nothing is taken.
 * @param advice what to do when it is taken.
 * @returns what gives it back (the end of the process does too).
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
  throw new StartupError(`A shop runs on ${dataDir} already. ${advice}`);
}
