import { purgeLimits } from '../jobs/limits.purge.handler.ts';
import { purgeLimitsJob } from '../jobs/limits.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(purgeLimitsJob, purgeLimits, { cron: '*/10 * * * *' })];
