import { sealAuditLog } from '../jobs/audit.seal.handler.ts';
import { sealAuditLogJob } from '../jobs/audit.seal.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [runnableJob(sealAuditLogJob, sealAuditLog, { cron: '* * * * *' })];
