import { eraseData } from '../jobs/dataRequests.erase.handler.ts';
import { eraseDataJob } from '../jobs/dataRequests.erase.job.ts';
import { exportData } from '../jobs/dataRequests.export.handler.ts';
import { exportDataJob } from '../jobs/dataRequests.export.job.ts';
import { purgeExports } from '../jobs/dataRequests.purge.handler.ts';
import { purgeExportsJob } from '../jobs/dataRequests.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(exportDataJob, exportData),
  runnableJob(eraseDataJob, eraseData),
  runnableJob(purgeExportsJob, purgeExports, { cron: '52 * * * *' }),
];
