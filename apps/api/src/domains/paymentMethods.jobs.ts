import { detachPaymentMethod } from '../jobs/paymentMethods.detach.handler.ts';
import { detachPaymentMethodJob } from '../jobs/paymentMethods.detach.job.ts';
import { purgeSetups } from '../jobs/paymentMethods.purge.handler.ts';
import { purgeSetupsJob } from '../jobs/paymentMethods.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(detachPaymentMethodJob, detachPaymentMethod),
  runnableJob(purgeSetupsJob, purgeSetups, { cron: '41 * * * *' }),
];
