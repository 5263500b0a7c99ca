import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { isDatabaseUnavailable } from '../db/errors.ts';
import type { Logger } from '../utils/logger.ts';
import { ANSWER, type FiguresAnswer } from './figures.ts';
import { onShutdownSignal } from './shutdown.ts';
import { exitOnUnexpected } from './unexpected.ts';

/**
 * What HTTP worker and job worker share: they drain on a signal or when their primary has died, and
 * log the failure that ends them.
 */
export function manageLifecycle(logger: Logger, drain: () => Promise<void>): Lifecycle {
  let draining = false;
  const finish = (exitCode: number) => {
    draining = true;
    drain().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        logger.error('The process could not drain', { error });
        process.exit(1);
      },
    );
  };
  const end = (reason: string) => {
    if (draining) return;
    logger.debug(`Draining (${reason})`);
    finish(0);
  };
  const databaseLost = () => {
    if (draining) return;
    logger.warn(DATABASE_LOST);
    finish(1);
  };
  onShutdownSignal(shutdownSignals(), end, () => process.exit(1));
  if (cluster.worker) drainWithoutPrimary(cluster.worker, end);
  exitOnUnexpected(logger, (error) => {
    if (!isDatabaseUnavailable(error)) return false;
    logger.error(DATABASE_LOST, { reason: reasonOf(error) });
    return true;
  });
  return { end, databaseLost };
}

const DATABASE_LOST = 'The database connection is lost. The process ends and is restarted.';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface Lifecycle {
  /** Drains and ends the process, unless it is already doing so. */
  end: (reason: string) => void;
  /**
   * Ends the process with a failure because the database is lost, so that its supervisor restarts
   * it.
   */
  databaseLost: () => void;
}

/** Ctrl-C reaches the whole group, and the primary decides in which order processes end. */
function shutdownSignals(): NodeJS.Signals[] {
  if (!cluster.isWorker) return ['SIGTERM', 'SIGINT'];
  process.on('SIGINT', () => undefined);
  // A SIGHUP to the group (a closed terminal) leaves the decision to the primary too.
  process.on('SIGHUP', () => undefined);
  return ['SIGTERM'];
}

/**
 * node:cluster ends a worker whose primary has died at once, with its requests in flight, unless
 * the worker is marked as exiting voluntarily.
 */
function drainWithoutPrimary(
  worker: NonNullable<typeof cluster.worker>,
  end: (why: string) => void,
) {
  worker.exitedAfterDisconnect = true;
  process.on('disconnect', () => end('the primary has died'));
}

/**
 * Lets the primary request this process's metrics.
 * @returns a function that sends them once more: what was counted since the last request would be
 *   lost with the process.
 */
export function answerMetricsRequests(registry: Registry): () => Promise<void> {
  if (!cluster.isWorker) return () => Promise.resolve();
  AggregatorRegistry.setRegistries([registry]);
  // Its constructor installs the listener.
  void new AggregatorRegistry();
  const tell = async () => {
    const answer: FiguresAnswer = { type: ANSWER, metrics: [await registry.getMetricsAsJSON()] };
    // A dead primary needs no metrics.
    if (process.connected) await new Promise((resolve) => process.send?.(answer, resolve));
  };
  return () => Promise.race([tell(), delay(LAST_WORD_MS, undefined, { ref: false })]);
}

/** Some metrics query the database, whose loss may be why the process ends. */
const LAST_WORD_MS = 1000;

/** Reports to the primary, if there is one, that this process is ready. */
export function reportReady(port?: number): void {
  process.send?.({ ready: true, port });
}
