import { processWebhook } from '../jobs/webhooks.process.handler.ts';
import { processWebhookJob } from '../jobs/webhooks.process.job.ts';
import { requeueWebhooks } from '../jobs/webhooks.requeue.handler.ts';
import { requeueWebhooksJob } from '../jobs/webhooks.requeue.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(processWebhookJob, processWebhook),
  runnableJob(requeueWebhooksJob, requeueWebhooks, { cron: '*/10 * * * *' }),
];
