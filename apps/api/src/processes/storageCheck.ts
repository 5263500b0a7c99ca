import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import type { Container } from '../container.ts';
import { StorageProblem } from '../ports/fileStoreErrors.ts';
import { StartupError } from './fail.ts';

const PATIENCE_MS = 10_000;

/**
 * Tries the storage of files once, so that a folder that cannot be written to, or a wrong name or key
 * of a bucket, shows at the start. A bucket that cannot be reached is only warned of: the shop sells
 * without it.
 * @throws {StartupError} naming the variable to set.
 */
export async function checkStorage({ logger, services }: Container): Promise<void> {
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
    logger.warn('The storage of files cannot be reached: pictures and uploads fail until it can.', {
      error,
    });
  } finally {
    abort.abort();
    late.catch(() => undefined);
  }
}

/** The same for a process that runs alone: in a cluster the job worker checks it for all. */
export async function checkStorageIfAlone(container: Container): Promise<void> {
  if (!cluster.isWorker) await checkStorage(container);
}
