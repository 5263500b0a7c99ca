import { purgeFieldNotes } from '../jobs/fieldNotes.purge.handler.ts';
import { purgeFieldNotesJob } from '../jobs/fieldNotes.purge.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(purgeFieldNotesJob, purgeFieldNotes, { cron: '17 3 * * *' })];
