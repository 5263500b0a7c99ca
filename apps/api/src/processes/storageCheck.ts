import { setTimeout as delay } from 'node:timers/promises';
import type { Container } from '../container.ts';
import { StorageProblem } from '../ports/fileStoreErrors.ts';
import { StartupError } from './fail.ts';

const PATIENCE_MS = 10_000;

/**
 * Tries the bucket once, so that a wrong name or key shows at the start. One that cannot be reached is
 * only warned of: the shop sells without it.
 * @throws {StartupError} naming the variable to set.
 */
export async function checkStorage({ config, logger, services }: Container): Promise<void> {
  if (config.storage.s3 === undefined) return;
  const abort = new AbortController();
  const late = delay(PATIENCE_MS, undefined, { signal: abort.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS / 1000} s`);
  });
  try {
    await Promise.race([services.storage.check(), late]);
  } catch (error) {
    if (error instanceof StorageProblem) {
      throw new StartupError(`The storage of files cannot be used: ${error.message}`);
    }
    logger.warn('The bucket of files cannot be reached: pictures and uploads fail until it can.', {
      error,
    });
  } finally {
    abort.abort();
    late.catch(() => undefined);
  }
}
