import { runnableJob } from '../jobs/runnableJob.ts';
import { purgeSignInProviders } from '../jobs/signInProviders.purge.handler.ts';
import { purgeSignInProvidersJob } from '../jobs/signInProviders.purge.job.ts';

export const jobs = [
  runnableJob(purgeSignInProvidersJob, purgeSignInProviders, { cron: '*/10 * * * *' }),
];
