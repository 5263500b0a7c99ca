import { sweepWorkflows } from '../jobs/workflows.sweep.handler.ts';
import { sweepWorkflowsJob } from '../jobs/workflows.sweep.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(sweepWorkflowsJob, sweepWorkflows, { cron: '* * * * *' })];
