import { stat } from 'node:fs/promises';
import { asDiskError } from '../../ports/fileStoreErrors.ts';
import { errorCode } from '../../utils/errorCode.ts';

/**
 * What makes null of an error that says there is no such file: for ENOTDIR, a part of the key is a file.
 * Others are thrown as errors of the storage, and so is a folder of files that is itself a file.
 */
export function nullIfAbsentIn(root: string): (error: unknown) => Promise<null> {
  return async (error) => {
    const code = errorCode(error);
    if (code === 'ENOENT' || (code === 'ENOTDIR' && (await isFolder(root)))) return null;
    throw asDiskError(error);
  };
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
