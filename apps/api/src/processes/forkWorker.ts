import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { entry } from './entries.ts';

/**
 * How large V8 lets the space for new objects grow, in MB a half. By default it is 16, and stays so
 * when the load is over; with 4 a worker has 60 MB less after a load, 15 less at rest, and answers no
 * slower (docs/performance.md). What the primary itself is told comes after it, and counts.
 */
const YOUNG_OBJECTS = '--max-semi-space-size=4';

/** Starts an HTTP worker or the job worker. node:cluster takes the file to run from its settings, which are read at each fork. */
export function forkWorker(kind: 'server' | 'worker', env: NodeJS.ProcessEnv): ChildProcess {
  cluster.setupPrimary({ exec: entry(kind), execArgv: [YOUNG_OBJECTS, ...process.execArgv] });
  const worker = cluster.fork(env);
  // A message to one that is just ending: its end is what counts, and is seen.
  worker.on('error', () => undefined);
  return worker.process;
}
