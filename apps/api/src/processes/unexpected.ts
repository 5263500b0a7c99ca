import process from 'node:process';
import { types } from 'node:util';
import { errorCode } from '../utils/errorCode.ts';
import type { Logger } from '../utils/logger.ts';

// What a process does about an error that nothing has caught, thrown or rejected. Of such an error the
// log shows name, code, message and stack, and nothing that hangs on it.

/**
 * For the processes that a primary, or the platform, starts again: whatever the error has left half
 * done goes with the process, so it tells and ends.
 * @param isTold tells of errors that are no fault of the code, and returns whether it has.
 */
export function endOnUnexpected(
  logger: Logger,
  isTold: (error: unknown) => boolean = () => false,
): void {
  let isEnding = false;
  onUnexpected((error) => {
    // What breaks seldom breaks alone, and the log takes no second line after its end.
    if (isEnding) return;
    isEnding = true;
    if (!isTold(error))
      logger.error('Unexpected error; the process ends', { error: factsOf(error) });
    logger.once('finish', () => process.exit(1));
    logger.end();
  });
}

/**
 * For the primary of a shop that is open: nothing starts it again, and with it everything would end.
 * It keeps no state that a request could leave half done; each of its children is watched by a part
 * of its own. So it tells, and goes on.
 */
export function goOnAfterUnexpected(logger: Logger): void {
  onUnexpected((error) =>
    logger.error('Unexpected error; the primary goes on', { error: factsOf(error) }),
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
