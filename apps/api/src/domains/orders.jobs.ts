import { expireOrders } from '../jobs/orders.expire.handler.ts';
import { expireOrdersJob } from '../jobs/orders.expire.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(expireOrdersJob, expireOrders, { cron: '* * * * *' })];
