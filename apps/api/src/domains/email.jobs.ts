import {
  sendQueuedOrderEmail,
  sendQueuedRefundEmail,
  sendQueuedStaffEmail,
} from '../jobs/email.queued.handler.ts';
import {
  queuedOrderEmailJob,
  queuedRefundEmailJob,
  queuedStaffEmailJob,
} from '../jobs/email.queued.job.ts';
import { sendEmail } from '../jobs/email.send.handler.ts';
import { sendEmailJob } from '../jobs/email.send.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(sendEmailJob, sendEmail),
  runnableJob(queuedOrderEmailJob, sendQueuedOrderEmail),
  runnableJob(queuedRefundEmailJob, sendQueuedRefundEmail),
  runnableJob(queuedStaffEmailJob, sendQueuedStaffEmail),
];
