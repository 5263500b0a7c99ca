import { types } from 'node:util';

/** An error as the log shows it: with its stack where it has one, its causes, and its parts. */
export function errorText(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  const parts = error instanceof AggregateError ? error.errors.map(errorText) : [];
  const cause = error.cause === undefined ? [] : [`Caused by: ${errorText(error.cause)}`];
  return [error.stack ?? error.message, ...parts, ...cause].join('\n');
}
