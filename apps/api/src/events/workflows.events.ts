import { z } from 'zod';

export const workflowEvents = {
  /** A checkout or a refund cannot continue without a person. */
  'workflow.needs_person': z.object({ workflowId: z.string() }),
};
