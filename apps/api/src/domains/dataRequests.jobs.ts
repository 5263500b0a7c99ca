import { eraseData } from '../jobs/dataRequests.erase.handler.ts';
import { eraseDataJob } from '../jobs/dataRequests.erase.job.ts';
import { exportData } from '../jobs/dataRequests.export.handler.ts';
import { exportDataJob } from '../jobs/dataRequests.export.job.ts';
import { purgeExports } from '../jobs/dataRequests.purge.handler.ts';
import { purgeExportsJob } from '../jobs/dataRequests.purge.job.ts';
import { eraseSettledOrders } from '../jobs/dataRequests.eraseSettled.handler.ts';
import { eraseSettledOrdersJob } from '../jobs/dataRequests.eraseSettled.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(exportDataJob, exportData),
  runnableJob(eraseDataJob, eraseData),
  runnableJob(eraseSettledOrdersJob, eraseSettledOrders, { cron: '17 3 * * *' }),
  runnableJob(purgeExportsJob, purgeExports, { cron: '52 * * * *' }),
];
