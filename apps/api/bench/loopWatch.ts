import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The timer's own pause, in milliseconds, which each sample contains. */
const RESOLUTION_MS = 1;

let histogram: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** Begins to measure how late the event loop runs its timers. */
export function startLoopWatch(): null {
  histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  return null;
}

/** The 99th percentile of the event loop's delay since the start, in milliseconds. */
export function stopLoopWatch(): number {
  if (!histogram) throw new Error('The event loop is not watched');
  histogram.disable();
  const p99 = histogram.percentile(99) / 1e6 - RESOLUTION_MS;
  histogram = undefined;
  return p99;
}
