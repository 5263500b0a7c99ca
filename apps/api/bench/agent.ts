import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';
import type { RecordedStatement } from './recorder.ts';

/**
 * NODE_OPTIONS loads this into each of the shop's processes, before the shop's own code. It measures
 * what cannot be measured from outside. The process ends when the bench ends.
 */
export interface Answers {
  /** Milliseconds of CPU that the process has used so far. */
  cpu: number;
  startRecording: null;
  /** Every SQL statement since the start, in the order in which they were sent. */
  stopRecording: RecordedStatement[];
  /** Reports each order that becomes paid from now on. */
  watchPaid: null;
  /** Disables all caches, until `enableCaches`. */
  disableCaches: null;
  enableCaches: null;
  /** Watches the event loop, until `stopLoopWatch`. */
  startLoopWatch: null;
  /** The 99th percentile of its delay, in milliseconds. */
  stopLoopWatch: number;
  startProfile: null;
  /** A .cpuprofile. */
  stopProfile: object;
}
export type Question = keyof Answers;

/** A pending request, and its answer. */
interface Asked {
  id: number;
  question: Question;
}
export interface Answered {
  id: number;
  answer?: unknown;
  error?: string;
}

/** An order has become paid. */
export interface PaidReport {
  paid: string;
}

/** What the agent reports of its process. */
export interface Introduction {
  pid: number;
  /** The file that it runs, such as `server.ts`. */
  entry: string;
}

const bench = process.env['BENCH_PORT'];
if (isMainThread && bench !== undefined) report(Number(bench));

function report(port: number): void {
  const line = connect(port, '127.0.0.1');
  line.unref();
  const say = (message: Introduction | Answered | PaidReport) =>
    line.write(`${JSON.stringify(message)}\n`);
  say({ pid: process.pid, entry: path.basename(process.argv[1] ?? '') });
  line.on('error', () => undefined);
  line.on('close', () => process.kill(process.pid, 'SIGTERM'));
  createInterface(line).on('line', (text) => {
    const { id, question }: Asked = JSON.parse(text);
    handlers[question](say).then(
      (answer) => say({ id, answer }),
      (error: unknown) => say({ id, error: String(error) }),
    );
  });
}

/** Loaded on demand, so that a process that is not inspected has no cost. */
const handlers: { [Q in Question]: (say: (news: PaidReport) => void) => Promise<Answers[Q]> } = {
  cpu() {
    const { user, system } = process.cpuUsage();
    return Promise.resolve((user + system) / 1000);
  },
  startRecording: async () => (await import('./recorder.ts')).startRecording(),
  stopRecording: async () => (await import('./recorder.ts')).stopRecording(),
  async watchPaid(say) {
    (await import('./paidReports.ts')).reportPaidOrders((paid) => say({ paid }));
    return null;
  },
  disableCaches: async () => (await import('./cold.ts')).disableCaches(),
  enableCaches: async () => (await import('./cold.ts')).enableCaches(),
  startLoopWatch: async () => (await import('./loopWatch.ts')).startLoopWatch(),
  stopLoopWatch: async () => (await import('./loopWatch.ts')).stopLoopWatch(),
  startProfile: async () => (await import('./profiler.ts')).startProfile(),
  stopProfile: async () => (await import('./profiler.ts')).stopProfile(),
};
