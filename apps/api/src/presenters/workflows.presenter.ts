import type { Shown } from '../kernel/route.ts';
import type { Workflow } from '../services/workflows.service.ts';
import type { workflowSchema } from '../validators/workflows.validator.ts';

/** A workflow with its steps, for staff. */
export function presentWorkflow(workflow: Workflow): Shown<typeof workflowSchema> {
  return {
    id: workflow.id,
    kind: workflow.kind,
    subjectId: workflow.subjectId,
    state: workflow.state,
    step: workflow.step,
    attempts: workflow.attempts,
    deadlineAt: workflow.deadlineAt?.toISOString() ?? null,
    lastError: workflow.lastError,
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
    steps: workflow.steps.map(({ name, state, attempts, error, startedAt, finishedAt }) => ({
      name,
      state,
      attempts,
      error,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  };
}
