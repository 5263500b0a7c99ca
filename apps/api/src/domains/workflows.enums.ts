export const workflowKinds = ['checkout', 'refund'] as const;
export type WorkflowKind = (typeof workflowKinds)[number];

export const workflowStates = [
  'running',
  'waiting',
  'succeeded',
  'compensated',
  'needs_person',
  'abandoned',
] as const;
export type WorkflowState = (typeof workflowStates)[number];

export const stepStates = ['running', 'done', 'failed', 'compensated'] as const;
export type StepState = (typeof stepStates)[number];

/** A state, those in progress, those past their deadline, or those that need a person. */
export const workflowFilters = [...workflowStates, 'in_progress', 'stuck', 'failed'] as const;
export type WorkflowFilter = (typeof workflowFilters)[number];
