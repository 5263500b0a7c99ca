import { assertUnique } from '../domains/collect.ts';
import type { JobServices } from '../domains/defineWiring.ts';
import { wiring } from '../domains/wiring.ts';
import type { RunnableJob } from './runnableJob.ts';

/**
 * Loads every job with its handler; only the job worker may call it. A queued job that is not
 * listed here waits for ever.
 */
export async function loadJobs(): Promise<readonly RunnableJob<JobServices>[]> {
  const loads = wiring.flatMap((domain) => domain.jobs ?? []);
  const modules = await Promise.all(loads.map((load) => load()));
  const jobs = modules.flatMap((module) => module.jobs);
  assertUnique(
    jobs.map(({ name }) => name),
    'jobs',
  );
  return jobs;
}
