import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { Counter, Gauge, Registry } from 'prom-client';
import { isAnswer, isReady, lasting, REQUEST, sum, type Figures } from './figures.ts';

/** How long a process may take to tell its figures: less than Prometheus waits for all of them. */
const PATIENCE_MS = 2000;

/**
 * The cluster's /metrics: the figures of all processes summed, and the primary's own about them.
 *
 * What a process has counted stays when it ends, and while it does not answer: were the sum to fall,
 * Prometheus would take it for a restart, and the whole of what is left for new.
 */
export function createClusterMetrics(alive: () => Record<string, number>) {
  const own = createOwnFigures();
  /** Of those that have ended, in one. */
  let past: Figures = [];
  /** Of each worker what lasts, as it told it last. */
  const told = new Map<Worker, Figures>();
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
    if (figures) told.set(worker, lasting(figures));
    settle(worker, figures);
  }
  function bury(worker: Worker): void {
    settle(worker, undefined);
    // What it has said last may still be on its way, until its channel is closed.
    if (!worker.isDead() || worker.isConnected()) return;
    past = lasting(sum([past, told.get(worker) ?? []]).getMetricsAsArray() as Figures);
    told.delete(worker);
  }
  cluster.on('message', hear).on('exit', bury).on('disconnect', bury);

  /** @returns undefined when it does not answer in time. It is not asked again while it owes an answer. */
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
    /** Everything, in Prometheus' format; also when a process does not answer. */
    collect: async () => {
      const workers = Object.values(cluster.workers ?? {}).filter(
        (worker) => worker !== undefined && worker.isConnected() && ready.has(worker),
      ) as Worker[];
      const answers = new Map(
        await Promise.all(workers.map(async (worker) => [worker, await ask(worker)] as const)),
      );
      for (const [role, count] of Object.entries(alive())) own.processes.set({ role }, count);
      own.missing.set([...answers.values()].filter((figures) => figures === undefined).length);
      const silent = [...told].filter(([worker]) => answers.get(worker) === undefined);
      const spoken = [...answers.values()].filter((figures) => figures !== undefined);
      const all = sum([...spoken, ...silent.map(([, figures]) => figures), past]);
      return `${await all.metrics()}\n${await own.registry.metrics()}`;
    },
  };
}

/** The primary's own figures about the others. */
function createOwnFigures() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    processes: new Gauge({
      name: 'cluster_processes',
      help: 'Processes that are alive, by role.',
      labelNames: ['role'],
      registers,
    }),
    missing: new Gauge({
      name: 'cluster_processes_silent',
      help: 'Processes that did not tell their figures in time: what they have counted is as they told it last, the rest is without them.',
      registers,
    }),
    restarts: new Counter({
      name: 'cluster_restarts_total',
      help: 'Processes that died and were started again, by role.',
      labelNames: ['role'],
      registers,
    }),
  };
}
