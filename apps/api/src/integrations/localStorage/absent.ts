import { errorCode } from '../../utils/errorCode.ts';

/** Whether there is no such file: for ENOTDIR, a part of the key is a file. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String(errorCode(error)));
}
