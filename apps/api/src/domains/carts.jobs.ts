import { purgeCarts } from '../jobs/carts.purge.handler.ts';
import { purgeCartsJob } from '../jobs/carts.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(purgeCartsJob, purgeCarts, { cron: '42 * * * *' })];
