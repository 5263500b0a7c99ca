import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Compares the members of a group with its rule; without a group, those of every group. By the clock. */
export const refreshGroupsJob = defineJob({
  name: 'customerGroups.refresh',
  schema: z.object({ groupId: z.string().optional() }),
  maxAttempts: 5,
  priority: 10,
});
