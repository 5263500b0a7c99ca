import type { Shown } from '../kernel/route.ts';
import type { Workflow } from '../services/workflows.service.ts';
import { redactText } from '../utils/redact.ts';
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
    lastError: masked(workflow.lastError),
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
    steps: workflow.steps.map(({ name, state, attempts, error, startedAt, finishedAt }) => ({
      name,
      state,
      attempts,
      error: masked(error),
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  };
}

/** Providers may name a customer's address in an error. */
const masked = (text: string | null) => (text === null ? null : redactText(text));
