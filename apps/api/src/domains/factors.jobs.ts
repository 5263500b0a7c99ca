import { purgeFactors } from '../jobs/factors.purge.handler.ts';
import { purgeFactorsJob } from '../jobs/factors.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(purgeFactorsJob, purgeFactors, { cron: '21 * * * *' })];
