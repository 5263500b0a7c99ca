import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/client.ts';
import type { QueueHealth } from './queue.service.ts';
import type { ThreadLoad } from './worker.service.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** The process's own figures; the primary adds those of all processes up (`/metrics` in cluster mode). */
export function createMetrics(database: Database) {
  const registry = Registry.merge([processFigures()]);
  const registers = [registry];

  const httpDuration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const httpInFlight = new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers,
  });
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Runs of jobs that ended, by job and outcome (done, retry, dead).',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const jobDuration = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time a job took, by job.',
    labelNames: ['job'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120],
    registers,
  });
  const providerEvents = new Counter({
    name: 'payment_provider_events_total',
    help: "Events of payment providers that were looked at, by provider and outcome: acted_on, not_ours (another system's on the same account), failed (tried again).",
    labelNames: ['provider', 'outcome'],
    registers,
  });
  const storageDuration = new Histogram({
    name: 'storage_request_duration_seconds',
    help: 'Time of a request to the storage of files, by operation and result (ok, unavailable, error).',
    labelNames: ['operation', 'result'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers,
  });
  let readQueue: (() => Promise<QueueHealth>) | undefined;
  const oldestDue = new Gauge({
    name: 'jobs_oldest_due_seconds',
    help: 'How long the oldest due job has waited for a worker; reported by job workers.',
    aggregator: 'max',
    registers,
  });
  new Gauge({
    name: 'jobs_queued',
    help: 'Jobs in the queue: due ones wait for a worker, dead ones for a person; reported by job workers.',
    labelNames: ['state'],
    aggregator: 'max',
    registers,
    async collect() {
      // An unavailable database must not hide the other metrics.
      const queue = await readQueue?.().catch(() => undefined);
      if (!queue) return;
      this.set({ state: 'due' }, queue.due);
      this.set({ state: 'dead' }, queue.dead);
      oldestDue.set(queue.oldestDueSeconds);
    },
  });
  const threadTasks = new Histogram({
    name: 'thread_pool_task_seconds',
    help: 'Time from the call of a task to its end, the wait for a thread included, by task and outcome (done, failed, refused because too many wait).',
    labelNames: ['task', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  let readThreads: (() => ThreadLoad) | undefined;
  new Gauge({
    name: 'thread_pool_tasks',
    help: 'Tasks of the thread pool: queued ones wait for a thread, running ones have one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { queued = 0, running = 0 } = readThreads?.() ?? {};
      this.set({ state: 'queued' }, queued);
      this.set({ state: 'running' }, running);
    },
  });
  new Gauge({
    name: 'thread_pool_threads',
    help: 'Threads of the pool; they end when they have been idle for a while.',
    registers,
    collect() {
      this.set(readThreads?.().threads ?? 0);
    },
  });
  const { pool, refusals } = database;
  new Counter({
    name: 'db_writes_refused_total',
    help: 'Statements that the database refused because it takes no writes: its disk or memory is full, or it is a standby.',
    registers,
    collect() {
      this.reset();
      this.inc(refusals.count);
    },
  });
  new Gauge({
    name: 'db_pool_connections',
    help: "Connections of the process's pool, by state; waiting are requests without one.",
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  return {
    registry,
    httpDuration,
    httpInFlight,
    jobs,
    jobDuration,
    providerEvents,
    storageDuration,
    threadTasks,

    /** Shows the load of the thread pool from now on, read whenever the figures are asked for. */
    watchThreads(read: () => ThreadLoad): void {
      readThreads = read;
    },

    /** Shows the state of the queue from now on, read whenever the figures are asked for. */
    watchQueue(read: () => Promise<QueueHealth>): void {
      readQueue = read;
    },
  };
}

let ofProcess: Registry | undefined;

/**
 * What Node says of the process, among it the event loop's lag and the memory. The library measures
 * until the process ends, a hundred times a second, so a process with several shops measures once.
 */
function processFigures(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
