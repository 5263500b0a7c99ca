const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 30_000;
/**
 * After this many milliseconds a process counts as healthy, and earlier crashes no longer count.
 */
const STABLE_MS = 60_000;
/** This many crashes in a row before readiness make a crash loop. */
const MAX_VAIN_STARTS = 5;

/** The reaction to a crash: wait this long and restart, or stop trying. */
export type Verdict = { restartInMs: number } | 'crash loop';

/**
 * Decides how to restart a process that keeps crashing: at once, then with growing delays, then not
 * at all.
 *
 * It stops trying only when no start becomes ready, since that closes the whole shop. A process
 * that was ready can start: what it crashed of later (a kill for want of memory, a job that kills
 * it, a lost database) says nothing about the next one, and the other processes keep selling.
 */
export class BackOff {
  #deaths = 0;
  #vainStarts = 0;

  /**
   * @param livedMs time from the start of the process to its crash.
   * @param wasReady whether it became ready.
   */
  onDeath(livedMs: number, wasReady: boolean): Verdict {
    if (livedMs >= STABLE_MS) this.#deaths = 0;
    this.#deaths += 1;
    this.#vainStarts = wasReady ? 0 : this.#vainStarts + 1;
    if (this.#vainStarts >= MAX_VAIN_STARTS) return 'crash loop';
    return { restartInMs: Math.min(FIRST_DELAY_MS * 2 ** (this.#deaths - 1), MAX_DELAY_MS) };
  }
}
