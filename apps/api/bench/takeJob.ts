import { setTimeout as delay } from 'node:timers/promises';

export interface Job {
  id: string;
}

/** As long as anything of the bench may take. */
const PATIENCE_MS = 30_000;
const TICK_MS = 2;

/**
 * A job of those that were taken. None may be in sight when another purchase has just taken the older
 * one and its own came a moment later, or has locked it and not committed yet; then it is looked for
 * again, as a worker would. A look that finds nothing costs a fraction of a millisecond, and a commit
 * that waits for the disk a hundred times that: so what ends the search is time, not a count of looks.
 * @param taken what all look for together; what a look finds beyond the one is left there.
 * @throws when there is none for half a minute.
 */
export async function takeJob(
  taken: Job[],
  look: () => Promise<readonly Job[]>,
  patienceMs = PATIENCE_MS,
): Promise<string> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const job = taken.shift();
    if (job) return job.id;
    if (performance.now() > deadline) throw new Error('The floor finds no job in its queue');
    await delay(TICK_MS);
    taken.push(...(await look()));
  }
}
