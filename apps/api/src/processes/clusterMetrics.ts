import { AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client';

/** The cluster's /metrics: the figures of all processes summed, and the primary's own about them. */
export function createClusterMetrics(alive: () => Record<string, number>) {
  const own = new Registry();
  const registers = [own];
  const processes = new Gauge({
    name: 'cluster_processes',
    help: 'Processes that are alive, by role.',
    labelNames: ['role'],
    registers,
  });
  const restarts = new Counter({
    name: 'cluster_restarts_total',
    help: 'Processes that died and were started again, by role.',
    labelNames: ['role'],
    registers,
  });
  const aggregator = new AggregatorRegistry();
  return {
    restarts,
    /** @throws when a process does not answer within five seconds. */
    collect: async () => {
      for (const [role, count] of Object.entries(alive())) processes.set({ role }, count);
      return `${await aggregator.clusterMetrics()}${await own.metrics()}`;
    },
  };
}
