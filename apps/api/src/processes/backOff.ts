const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 30_000;
/** After living this long a process counts as healthy, and earlier deaths are forgotten. */
const STABLE_MS = 60_000;
/** Dying so often in a row before it was ready is what makes a crash loop. */
const MAX_VAIN_STARTS = 5;

/** What to do about a death: wait so long and start again, or give up. */
export type Verdict = { restartInMs: number } | 'crash loop';

/**
 * Decides how a process that keeps dying is restarted: at once, then ever later, then not at all.
 *
 * Only starts that came to nothing are ever given up, since the whole shop then closes. A process
 * that was ready can start; what it died of later (a kill for want of memory, a job that it cannot
 * survive, a database that went away) says nothing against the next one, and the others go on selling
 * meanwhile.
 */
export class BackOff {
  private deaths = 0;
  private vainStarts = 0;

  /**
   * @param livedMs time from the start of the process to its death.
   * @param wasReady whether it had come so far as to do its work.
   */
  onDeath(livedMs: number, wasReady: boolean): Verdict {
    if (livedMs >= STABLE_MS) this.deaths = 0;
    this.deaths += 1;
    this.vainStarts = wasReady ? 0 : this.vainStarts + 1;
    if (this.vainStarts >= MAX_VAIN_STARTS) return 'crash loop';
    return { restartInMs: Math.min(FIRST_DELAY_MS * 2 ** (this.deaths - 1), MAX_DELAY_MS) };
  }
}
