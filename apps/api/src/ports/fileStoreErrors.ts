import { errorCode } from '../utils/errorCode.ts';
import { Unavailable } from '../utils/unavailable.ts';

/** What a disk says that is full or broken, that is not mounted, or whose files the shop may not use. */
const UNUSABLE = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  'EACCES',
  'EPERM',
  'ENOTDIR',
]);

/** The storage cannot be reached, cannot answer now, or has no room: the same may succeed later. */
export class StorageUnavailableError extends Unavailable {
  override readonly name: string = 'StorageUnavailableError';
}

/** The storage cannot be used as it is configured: it may be used when someone has set that right. */
export class StorageProblem extends StorageUnavailableError {
  override readonly name = 'StorageProblem';
  /** What to set. */
  readonly variable: string;

  /** @param problem what is wrong with the variable, as the report of the configuration says it. */
  constructor(variable: string, problem: string, options?: ErrorOptions) {
    super(`${variable} ${problem}`, options);
    this.variable = variable;
  }
}

/** The error, or what it means where it is the disk's. */
export function asDiskError(error: unknown): unknown {
  if (!UNUSABLE.has(String(errorCode(error)))) return error;
  return new StorageUnavailableError('The folder of files cannot be used now', { cause: error });
}

/** The failure of the storage that an error is, or that has caused it. */
export function storageFailureOf(error: unknown): StorageUnavailableError | undefined {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < 5; depth++) {
    if (at instanceof StorageUnavailableError) return at;
    at = at.cause;
  }
  return undefined;
}
