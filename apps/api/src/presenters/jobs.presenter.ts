import type { Shown } from '../kernel/route.ts';
import type { QueuedJob } from '../services/jobs.service.ts';
import { redact, redactText } from '../utils/redact.ts';
import type { jobSchema } from '../validators/jobs.validator.ts';

export function presentJob(job: QueuedJob): Shown<typeof jobSchema> {
  return {
    id: job.id,
    name: job.name,
    state: job.state,
    payload: redact({ payload: job.payload })['payload'],
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    lastError: job.lastError === null ? null : redactText(job.lastError),
    runAt: job.runAt.toISOString(),
    createdAt: job.createdAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}
