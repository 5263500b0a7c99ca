import { withDeps } from '../utils/withDeps.ts';
import { discardJob, retryJob } from './jobs/decideJob.ts';
import type { JobsDeps } from './jobs/deps.ts';
import { getJob, listJobs } from './jobs/findJobs.ts';

export type { QueuedJob } from './jobs/statements.ts';

export type JobsService = ReturnType<typeof createJobsService>;

/** The queue in the hands of staff: what waits, what has failed, and what to do about it. */
export function createJobsService(deps: JobsDeps) {
  return {
    get: getJob,
    ...withDeps(deps, { list: listJobs, retry: retryJob, discard: discardJob }),
  };
}
