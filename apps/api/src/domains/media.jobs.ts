import { deriveImage } from '../jobs/media.derive.handler.ts';
import { deriveImageJob } from '../jobs/media.derive.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(deriveImageJob, deriveImage)];
