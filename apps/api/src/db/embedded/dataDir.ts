import { accessSync, constants, mkdirSync } from 'node:fs';
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

/** Makes the data folder. @throws {UnusableError} when it cannot be written to. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = reasons[String(errorCode(error))] ?? String(error);
    throw new UnusableError(
      `The folder ${dataDir} cannot be used: ${reason}. Choose another: DATA_DIR=/path/to/folder`,
      { cause: error },
    );
  }
}
