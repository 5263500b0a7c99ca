import { purgeImports } from '../jobs/imports.purge.handler.ts';
import { purgeImportsJob } from '../jobs/imports.purge.job.ts';
import { runImport } from '../jobs/imports.run.handler.ts';
import { runImportJob } from '../jobs/imports.run.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(runImportJob, runImport),
  runnableJob(purgeImportsJob, purgeImports, { cron: '27 4 * * *' }),
];
