import { deriveImage } from '../jobs/media.derive.handler.ts';
import { deriveImageJob } from '../jobs/media.derive.job.ts';
import { fetchImage } from '../jobs/media.fetchImage.handler.ts';
import { fetchImageJob } from '../jobs/media.fetchImage.job.ts';
import { purgeMedia } from '../jobs/media.purge.handler.ts';
import { purgeMediaJob } from '../jobs/media.purge.job.ts';
import { removeObjects } from '../jobs/media.remove.handler.ts';
import { removeObjectsJob } from '../jobs/media.remove.job.ts';
import { sweepMedia } from '../jobs/media.sweep.handler.ts';
import { sweepMediaJob } from '../jobs/media.sweep.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(deriveImageJob, deriveImage),
  runnableJob(fetchImageJob, fetchImage),
  runnableJob(purgeMediaJob, purgeMedia, { cron: '23 * * * *' }),
  runnableJob(removeObjectsJob, removeObjects),
  runnableJob(sweepMediaJob, sweepMedia, { cron: '41 4 * * 0' }),
];
