/** Under npm, Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

/**
 * Calls `drain` on the first SIGTERM or SIGINT and `abort` on the next one.
 * @param signals the signals to listen to; a clustered worker leaves SIGINT to its primary.
 */
export function onShutdownSignal(
  signals: readonly NodeJS.Signals[],
  drain: (signal: string) => void,
  abort: () => void,
): void {
  let first: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    if (first === undefined) {
      first = Date.now();
      drain(signal);
    } else if (Date.now() - first > SAME_SIGNAL_MS) {
      abort();
    }
  };
  for (const signal of signals) process.on(signal, handle);
}
