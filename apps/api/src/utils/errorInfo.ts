import { types } from 'node:util';

/** An error as the log shows it: with its stack where it has one. */
export function errorText(error: unknown): string {
  return types.isNativeError(error) ? (error.stack ?? error.message) : String(error);
}

/** The code of one of Node's errors, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  if (!types.isNativeError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
