import { z } from 'zod';

export const workflowEvents = {
  /** A checkout or a refund does not go on without a person. */
  'workflow.needs_person': z.object({ workflowId: z.string() }),
};
