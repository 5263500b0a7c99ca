import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Resumes checkouts and refunds that have stopped on the way. Comes every minute. */
export const sweepWorkflowsJob = defineJob({
  name: 'workflows.sweep',
  schema: z.object({}),
  maxAttempts: 1,
});
