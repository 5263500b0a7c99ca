import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Seals what was recorded in the audit log since the last minute. */
export const sealAuditLogJob = defineJob({
  name: 'audit.seal',
  schema: z.object({}),
  maxAttempts: 1,
});
