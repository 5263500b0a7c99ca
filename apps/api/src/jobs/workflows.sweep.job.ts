import { z } from 'zod';
import type { RecoveryService } from '../services/recovery.service.ts';
import { defineJob } from './defineJob.ts';

/** Looks after checkouts and refunds that have stopped on the way. Comes every minute. */
export const sweepWorkflowsJob = defineJob({
  name: 'workflows.sweep',
  schema: z.object({}),
  maxAttempts: 1,
  async handle(_payload, ctx, { recovery }: { recovery: RecoveryService }) {
    await recovery.sweep(ctx);
  },
});
