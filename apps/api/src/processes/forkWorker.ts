import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { entry } from './entries.ts';

/**
 * Maximum size of a half of V8's new space, in MB. The default of 16 stays after a load; with 4 a
 * worker has 60 MB less after a load, 15 less when idle, and answers no slower
 * (docs/performance.md). Options of the primary itself come later, and win.
 */
const YOUNG_OBJECTS = '--max-semi-space-size=4';

/**
 * Starts an HTTP worker or the job worker. node:cluster reads the file to run from its settings at
 * each fork.
 */
export function forkWorker(kind: 'server' | 'worker', env: NodeJS.ProcessEnv): ChildProcess {
  cluster.setupPrimary({ exec: entry(kind), execArgv: [YOUNG_OBJECTS, ...process.execArgv] });
  const worker = cluster.fork(env);
  // A message to a worker that is ending: its exit is what counts, and it is observed.
  worker.on('error', () => undefined);
  return worker.process;
}
