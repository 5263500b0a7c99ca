import { sendOrderMail } from '../jobs/email.order.handler.ts';
import { emailOrderJob } from '../jobs/email.order.job.ts';
import { sendRefundMail } from '../jobs/email.refund.handler.ts';
import { emailRefundJob } from '../jobs/email.refund.job.ts';
import { sendEmail } from '../jobs/email.send.handler.ts';
import { sendEmailJob } from '../jobs/email.send.job.ts';
import { sendStaffMail } from '../jobs/email.staff.handler.ts';
import { emailStaffJob } from '../jobs/email.staff.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(sendEmailJob, sendEmail),
  runnableJob(emailOrderJob, sendOrderMail),
  runnableJob(emailRefundJob, sendRefundMail),
  runnableJob(emailStaffJob, sendStaffMail),
];
