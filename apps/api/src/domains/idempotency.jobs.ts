import { purgeIdempotencyKeys } from '../jobs/idempotency.purge.handler.ts';
import { purgeIdempotencyKeysJob } from '../jobs/idempotency.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(purgeIdempotencyKeysJob, purgeIdempotencyKeys, { cron: '12 * * * *' }),
];
