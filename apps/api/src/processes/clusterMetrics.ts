import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { Counter, Gauge, Registry } from 'prom-client';
import {
  highest,
  isAnswer,
  isReady,
  lasting,
  momentary,
  REQUEST,
  sum,
  type Figures,
} from './figures.ts';

/**
 * Milliseconds that a process may take to send its metrics: less than Prometheus waits for all of
 * them.
 */
const PATIENCE_MS = 2000;

/**
 * The cluster's /metrics: the sum over all processes, and the primary's own metrics about them.
 *
 * The counters of a process are kept when it ends, and while it does not answer. If the sum fell,
 * Prometheus would read it as a restart and count what is left as new.
 */
export function createClusterMetrics(alive: () => Record<string, number>) {
  const own = createOwnFigures();
  /** The merged counters of processes that have ended. */
  let past: Figures = [];
  /** The highest counters that each worker has sent. */
  const lastFigures = new Map<Worker, Figures>();
  const asked = new Map<Worker, PromiseWithResolvers<Figures | undefined>>();
  const ready = new WeakSet<Worker>();

  function settle(worker: Worker, figures: Figures | undefined): void {
    asked.get(worker)?.resolve(figures);
    asked.delete(worker);
  }
  function hear(worker: Worker, message: unknown): void {
    if (isReady(message)) ready.add(worker);
    if (!isAnswer(message)) return;
    const figures = message.metrics?.flat();
    if (figures) {
      lastFigures.set(worker, highest(lastFigures.get(worker) ?? [], lasting(figures)));
    }
    settle(worker, figures);
  }
  function bury(worker: Worker): void {
    settle(worker, undefined);
    // Its last message may still arrive until its channel closes.
    if (!worker.isDead() || worker.isConnected()) return;
    past = lasting(sum([past, lastFigures.get(worker) ?? []]).getMetricsAsArray() as Figures);
    lastFigures.delete(worker);
  }
  cluster.on('message', hear).on('exit', bury).on('disconnect', bury);

  /**
   * @returns undefined when it does not answer in time. It gets no further request before it has
   *   answered.
   */
  async function ask(worker: Worker): Promise<Figures | undefined> {
    let answer = asked.get(worker);
    if (!answer) {
      asked.set(worker, (answer = Promise.withResolvers()));
      worker.send({ type: REQUEST, requestId: 0 });
    }
    return await Promise.race([answer.promise, delay(PATIENCE_MS, undefined, { ref: false })]);
  }

  return {
    restarts: own.restarts,
    /** All metrics in Prometheus' format, also when a process does not answer. */
    collect: async () => {
      const workers = Object.values(cluster.workers ?? {}).filter(
        (worker) => worker !== undefined && worker.isConnected() && ready.has(worker),
      ) as Worker[];
      const answers = new Map(
        await Promise.all(workers.map(async (worker) => [worker, await ask(worker)] as const)),
      );
      for (const [role, count] of Object.entries(alive())) own.processes.set({ role }, count);
      own.missing.set([...answers.values()].filter((figures) => figures === undefined).length);
      // A worker that has ended since it answered is among those of the past.
      const living = [...lastFigures].flatMap(([worker, last]) => [
        momentary(answers.get(worker) ?? []),
        last,
      ]);
      const all = sum([...living, past]);
      return `${await all.metrics()}\n${await own.registry.metrics()}`;
    },
  };
}

/** The primary's metrics about the other processes. */
function createOwnFigures() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    processes: new Gauge({
      name: 'cluster_processes',
      help: 'Running processes, by role.',
      labelNames: ['role'],
      registers,
    }),
    missing: new Gauge({
      name: 'cluster_processes_silent',
      help: 'Processes that did not send their metrics in time: their counters are the last known, their gauges are missing.',
      registers,
    }),
    restarts: new Counter({
      name: 'cluster_restarts_total',
      help: 'Crashed processes that were restarted, by role.',
      labelNames: ['role'],
      registers,
    }),
  };
}
