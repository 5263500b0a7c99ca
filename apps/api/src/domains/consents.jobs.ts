import { answerSignUp } from '../jobs/consents.subscribe.handler.ts';
import { subscribeJob } from '../jobs/consents.subscribe.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(subscribeJob, answerSignUp)];
