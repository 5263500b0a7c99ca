import { Logger as LibraryLogger } from 'graphile-worker';
import { errorText } from '../../utils/errorText.ts';
import type { Logger } from '../../utils/logger.ts';

/** Said of every stop that outlasts its deadline, where it is what was asked for. */
const EXPECTED = /forcefulShutdown was initiated/;

/** What graphile-worker says, in our log. That a job ended is left out: the worker says that itself. */
export function libraryLogger(logger: Pick<Logger, 'error' | 'warn' | 'debug'>): LibraryLogger {
  return new LibraryLogger(() => (level, message, meta) => {
    if (meta['failure'] === true || meta['success'] === true || EXPECTED.test(message)) return;
    // Its other fields are the library's own objects, which tell a reader nothing.
    const error = meta['error'];
    const fields = error === undefined ? {} : { error: errorText(error) };
    if (level === 'error') logger.error(`Job queue: ${message}`, fields);
    else if (level === 'warning') logger.warn(`Job queue: ${message}`, fields);
    else logger.debug(`Job queue: ${message}`, fields);
  });
}
