import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Soon after the start, when the first requests have come, so that nothing of it delays readiness. */
const AFTER_MS = 2000;

/** V8's collection, by the options that it documents for `gc()` (v8/src/extensions/gc-extension.cc). */
type CollectGarbage = (options: {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort';
}) => void;

/**
 * Returns to the system what the start alone needed (sources that were parsed, code that ran once):
 * some 14 MiB of a process, which V8 would keep for as long as it has little to do. It takes about a
 * tenth of a second, once.
 */
export function releaseStartMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as CollectGarbage;
    setFlagsFromString('--no-expose-gc');
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, AFTER_MS).unref();
}
