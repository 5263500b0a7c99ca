interface LeastRate {
  readonly bytesPerSecond: number;
  /** For so long nothing may come, and no longer is made up for by what came fast. */
  readonly seconds: number;
  /** In milliseconds, of a clock that is never set. */
  readonly now: () => number;
}

/**
 * Watches how fast a client takes what waits for it. Waiting uses up the time that it has, and what it
 * takes adds to it; what is not there yet is not its fault.
 */
export function createLeastRate({ bytesPerSecond, seconds, now }: LeastRate) {
  const mostMs = seconds * 1000;
  let leftMs = mostMs;
  let since: number | undefined;
  return {
    /** From now on bytes wait for the client. */
    wait(): void {
      since = now();
    },
    /** It has taken them. */
    taken(bytes: number): void {
      if (since !== undefined) leftMs -= now() - since;
      since = undefined;
      leftMs = Math.min(mostMs, leftMs + (bytes / bytesPerSecond) * 1000);
    },
    isTooSlow: (): boolean => since !== undefined && now() - since >= leftMs,
  };
}
