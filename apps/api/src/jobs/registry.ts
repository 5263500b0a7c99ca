import { assertUnique } from '../domains/collect.ts';
import type { JobServices } from '../domains/defineWiring.ts';
import { wiring } from '../domains/wiring.ts';
import type { RunnableJob } from './runnableJob.ts';

/**
 * Loads every job with its handler, which is for the job worker alone. A job that is not among them
 * waits in the queue for ever.
 */
export async function loadJobs(): Promise<readonly RunnableJob<JobServices>[]> {
  const modules = await Promise.all(wiring.map((domain) => domain.jobs?.()));
  const jobs = modules.flatMap((module) => module?.jobs ?? []);
  assertUnique(
    jobs.map(({ name }) => name),
    'jobs',
  );
  return jobs;
}
