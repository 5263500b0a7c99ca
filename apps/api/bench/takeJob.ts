import { setTimeout as delay } from 'node:timers/promises';

export interface Job {
  id: string;
}

/** The time limit of every step of the bench. */
const PATIENCE_MS = 30_000;
const TICK_MS = 2;

/**
 * Claims a job. There may be none when another purchase has just claimed the older one and its own is
 * queued a moment later, or when that purchase has locked it and not committed yet; then it polls
 * again, as a worker would. An empty poll costs a fraction of a millisecond, and a commit that waits
 * for the disk a hundred times that: so a time limit ends the search, not a count of polls.
 * @param taken shared by all purchases; a poll leaves surplus jobs there.
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
