const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 30_000;
/** After living this long a process counts as healthy, and earlier deaths are forgotten. */
const STABLE_MS = 60_000;
/** Dying sooner than this after the start is what makes a crash loop. */
const EARLY_MS = 30_000;
const MAX_EARLY_DEATHS = 5;

/** What to do about a death: wait so long and start again, or give up. */
export type Verdict = { restartInMs: number } | 'crash loop';

/** Decides how a process that keeps dying is restarted: at once, then ever later, then not at all. */
export class BackOff {
  private deaths = 0;
  private earlyDeaths = 0;

  /** @param livedMs time from the start of the process to its death. */
  onDeath(livedMs: number): Verdict {
    if (livedMs >= STABLE_MS) this.deaths = 0;
    this.deaths += 1;
    this.earlyDeaths = livedMs < EARLY_MS ? this.earlyDeaths + 1 : 0;
    if (this.earlyDeaths >= MAX_EARLY_DEATHS) return 'crash loop';
    return { restartInMs: Math.min(FIRST_DELAY_MS * 2 ** (this.deaths - 1), MAX_DELAY_MS) };
  }
}
