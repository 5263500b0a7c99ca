import process from 'node:process';
import { types } from 'node:util';
import { errorCode } from '../utils/errorCode.ts';
import type { Logger } from '../utils/logger.ts';

// What a process does about an error that nothing has caught, thrown or rejected. The log shows its
// name, code, message and stack, and nothing else that is attached to it.

/**
 * For processes that a primary or the platform restarts: they log the error and end, since whatever
 * the error has left half done ends with the process.
 * @param isTold reports errors that are no fault of the code, and returns whether it has.
 */
export function exitOnUnexpected(
  logger: Logger,
  isTold: (error: unknown) => boolean = () => false,
): void {
  let isEnding = false;
  onUnexpected((error) => {
    // Errors come in bursts, and the log accepts no second line after its end.
    if (isEnding) return;
    isEnding = true;
    if (!isTold(error))
      logger.error('Unexpected error. The process ends.', { error: factsOf(error) });
    logger.once('finish', () => process.exit(1));
    logger.end();
  });
}

/**
 * For the primary of an open shop: nothing restarts it, and everything would end with it. It keeps
 * no state that a request could leave half done, and a separate object watches each of its
 * children. So it logs the error, and continues.
 */
export function continueAfterUnexpected(logger: Logger): void {
  onUnexpected((error) =>
    logger.error('Unexpected error. The primary continues.', { error: factsOf(error) }),
  );
}

function onUnexpected(handle: (error: unknown) => void): void {
  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
}

function factsOf(error: unknown) {
  if (!types.isNativeError(error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, code: errorCode(error), message, stack };
}
