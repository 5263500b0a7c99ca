import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { errorCode } from '../../utils/errorCode.ts';
import { EnvironmentError } from '../../utils/environmentError.ts';

const reasons: Record<string, string> = {
  EEXIST: 'it is a file',
  ENOTDIR: 'a file is where a folder above it should be',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk cannot be written to',
  ENOSPC: 'its disk is full',
  ENAMETOOLONG: 'its name is too long',
};

/** Read and write permissions for others. */
const OTHERS_LOOK = 0o066;
/** A shared folder such as /tmp, where each user may delete only their own files. */
const STICKY = 0o1000;

/**
 * Creates the data folder, for its owner only.
 * @throws {EnvironmentError} when it is not writable.
 */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    tightenDataDir(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = reasons[String(errorCode(error))] ?? String(error);
    throw new EnvironmentError(
      `The folder ${dataDir} cannot be used: ${reason}. Choose another: DATA_DIR=/path/to/folder`,
      { cause: error },
    );
  }
}

/**
 * Removes others' permissions from a data folder that they can read: it holds orders, mails and
 * keys. A folder that they may only traverse (0711, for a database server under another account)
 * stays so, and so does a shared folder, and one that belongs to another user.
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
