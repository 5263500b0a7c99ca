import { verifyVatId } from '../jobs/companies.verifyVatId.handler.ts';
import { verifyVatIdJob } from '../jobs/companies.verifyVatId.job.ts';
import { verifyVatIds } from '../jobs/companies.verifyVatIds.handler.ts';
import { verifyVatIdsJob } from '../jobs/companies.verifyVatIds.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(verifyVatIdJob, verifyVatId),
  runnableJob(verifyVatIdsJob, verifyVatIds, { cron: '23 3 * * *' }),
];
