import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { errorCode } from '../../utils/errorCode.ts';
import { UnusableError } from '../../utils/unusable.ts';

const reasons: Record<string, string> = {
  EEXIST: 'it is a file',
  ENOTDIR: 'a file is where a folder above it should be',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk cannot be written to',
  ENOSPC: 'its disk is full',
  ENAMETOOLONG: 'its name is too long',
};

/** What others may do with a folder that is none of their business: read and write. */
const OTHERS_LOOK = 0o066;
/** Everybody's folder, such as /tmp: where each may delete only what is their own. */
const STICKY = 0o1000;

/** Makes the data folder, for its owner alone. @throws {UnusableError} when it cannot be written to. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    tightenDataDir(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = reasons[String(errorCode(error))] ?? String(error);
    throw new UnusableError(
      `The folder ${dataDir} cannot be used: ${reason}. Choose another: DATA_DIR=/path/to/folder`,
      { cause: error },
    );
  }
}

/**
 * Closes a data folder that others may look into: orders, mails and keys lie in it. One that they may
 * only pass (0711, for a database server under another account) stays so, and so does everybody's
 * folder, and one that belongs to somebody else.
 */
export function tightenDataDir(dataDir: string): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (!found?.isDirectory() || (found.mode & OTHERS_LOOK) === 0 || found.mode & STICKY) return;
  try {
    chmodSync(dataDir, 0o700);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
  }
}
