import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { isDatabaseUnavailable } from '../db/errors.ts';
import type { Logger } from '../utils/logger.ts';
import { ANSWER, type FiguresAnswer } from './figures.ts';
import { onShutdownSignal } from './shutdown.ts';
import { endOnUnexpected } from './unexpected.ts';

/**
 * What the HTTP worker and the job worker have in common: they drain on a signal or when their
 * primary is gone, and end with a line in the log when they have failed.
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
  endOnUnexpected(logger, (error) => {
    if (!isDatabaseUnavailable(error)) return false;
    logger.error(DATABASE_LOST, { reason: reasonOf(error) });
    return true;
  });
  return { end, databaseLost };
}

const DATABASE_LOST = 'The database is gone; this process ends, to be started again';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export interface Lifecycle {
  /** Drains and ends the process, unless it is already doing so. */
  end: (reason: string) => void;
  /** The same for want of a database: says so, and ends with a failure, so that whoever supervises starts it again. */
  databaseLost: () => void;
}

/** Ctrl-C reaches the whole group, and it is the primary that decides in which order processes end. */
function shutdownSignals(): NodeJS.Signals[] {
  if (!cluster.isWorker) return ['SIGTERM', 'SIGINT'];
  process.on('SIGINT', () => undefined);
  // So that a SIGHUP to the group (a closed terminal) leaves the decision to the primary as well.
  process.on('SIGHUP', () => undefined);
  return ['SIGTERM'];
}

/**
 * A clustered process whose primary died would be ended by node:cluster on the spot, with its
 * requests in flight, unless it is marked as leaving by its own will.
 */
function drainWithoutPrimary(
  worker: NonNullable<typeof cluster.worker>,
  end: (why: string) => void,
) {
  worker.exitedAfterDisconnect = true;
  process.on('disconnect', () => end('the primary is gone'));
}

/**
 * Lets the primary ask this process for its metrics.
 * @returns what tells them once more, unasked: what it has counted since it was asked last would be
 *   lost with its end.
 */
export function answerMetricsRequests(registry: Registry): () => Promise<void> {
  if (!cluster.isWorker) return () => Promise.resolve();
  AggregatorRegistry.setRegistries([registry]);
  // Its constructor installs the listener.
  void new AggregatorRegistry();
  const tell = async () => {
    const answer: FiguresAnswer = { type: ANSWER, metrics: [await registry.getMetricsAsJSON()] };
    // A primary that is gone needs no figures.
    if (process.connected) await new Promise((resolve) => process.send?.(answer, resolve));
  };
  return () => Promise.race([tell(), delay(LAST_WORD_MS, undefined, { ref: false })]);
}

/** Some figures are asked of the database, which may be what the process ends for. */
const LAST_WORD_MS = 1000;

/** Tells the primary, if there is one, that this process does its work from now on. */
export function reportReady(port?: number): void {
  process.send?.({ ready: true, port });
}
