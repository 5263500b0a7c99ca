import { mailAccount } from '../jobs/auth.mail.handler.ts';
import { mailAccountJob } from '../jobs/auth.mail.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(mailAccountJob, mailAccount)];
