import type { WorkerEventMap, WorkerEvents } from 'graphile-worker';

type LocalQueue = WorkerEventMap['localQueue:init']['localQueue'];

/** The jobs that the library has taken and no worker has begun. */
interface WaitingJobs {
  /** Returns them, so that another worker finds them at once; the attempt does not count. */
  returnAll(): void;
}

/**
 * Finds the library's own list of them. The library returns them itself when it stops, but has by then
 * marked the list as released, and throws (0.18.0): a normal stop would be an error in the log, and the
 * return one that nothing waits for.
 */
export function waitingJobsOf(events: WorkerEvents): WaitingJobs {
  let list: LocalQueue | undefined;
  events.once('localQueue:init', ({ localQueue }) => {
    list = localQueue;
  });
  return {
    returnAll() {
      // Private in the library's types; the compiler still notices when it is renamed.
      if (list?.mode === 'WAITING') list['setModeTtlExpired']();
    },
  };
}
