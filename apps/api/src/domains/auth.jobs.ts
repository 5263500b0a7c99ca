import { mailAccount } from '../jobs/auth.mail.handler.ts';
import { mailAccountJob } from '../jobs/auth.mail.job.ts';
import { purgeAccounts } from '../jobs/auth.purge.handler.ts';
import { purgeAccountsJob } from '../jobs/auth.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(mailAccountJob, mailAccount),
  runnableJob(purgeAccountsJob, purgeAccounts, { cron: '37 * * * *' }),
];
