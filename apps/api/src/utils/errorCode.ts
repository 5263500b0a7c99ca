/**
 * The code of a system's or driver's error (`EADDRINUSE`, `28P01`), whatever class and realm it is
 * of; undefined when it has none.
 */
export function errorCode(error: unknown): string | number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'errcode' in error ? error.errcode : 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}
