import { StorageUnavailableError } from '../ports/fileStoreErrors.ts';
import { errorCode } from '../utils/errorCode.ts';

/** What a disk says that is full, or that cannot be written to at the moment. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** The error, or what it means where it is the disk's. */
export function asDiskError(error: unknown): unknown {
  if (!NO_ROOM.has(String(errorCode(error)))) return error;
  return new StorageUnavailableError('The folder of files cannot be used now', { cause: error });
}
