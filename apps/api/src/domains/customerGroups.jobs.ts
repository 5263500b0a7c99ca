import { refreshGroups } from '../jobs/customerGroups.refresh.handler.ts';
import { refreshGroupsJob } from '../jobs/customerGroups.refresh.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(refreshGroupsJob, refreshGroups, { cron: '*/10 * * * *' })];
