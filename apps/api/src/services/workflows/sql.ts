import type { WorkflowKind, WorkflowState } from '../../domains/workflows.enums.ts';

/** The columns of a new workflow, as SQL. */
interface NewWorkflow {
  readonly id: string;
  readonly subjectId: string;
  readonly step: string;
  readonly state: string;
  readonly deadlineAt: string;
  /** FROM …, where they come from anywhere. */
  readonly from?: string;
}

/** Begins a workflow in the statement that writes its subject, so that neither is without the other. */
export function beginWorkflowSql(
  kind: WorkflowKind,
  { id, subjectId, step, state, deadlineAt, from = '' }: NewWorkflow,
): string {
  return `INSERT INTO workflows (id, kind, subject_id, step, state, deadline_at)
     SELECT ${id}, '${kind}', ${subjectId}, ${step}, (${state})::workflow_state, ${deadlineAt}
     ${from}`;
}

/** A move of a workflow `w`, as SQL. */
interface WorkflowMove {
  readonly subjectId: string;
  readonly set: Partial<
    Readonly<Record<'step' | 'state' | 'deadline_at' | 'attempts' | 'last_error', string>>
  >;
  readonly from?: string;
  /** Which of them move; all, unless it is given. */
  readonly where?: string;
}

/** Moves workflows in the statement that changes what they follow from. */
export function moveWorkflowSql(
  kind: WorkflowKind,
  { subjectId, set, from = '', where }: WorkflowMove,
): string {
  const changes = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
  return `UPDATE workflows w SET ${changes.join(', ')}, updated_at = now()
     ${from}
     WHERE w.kind = '${kind}' AND w.subject_id = ${subjectId} ${where ? `AND ${where}` : ''}`;
}

/** Whether a workflow waits for staff, as SQL. */
export function needsPersonSql(kind: WorkflowKind, subjectId: string): string {
  return isInSql(kind, subjectId, ['needs_person']);
}

/** Whether a workflow has ended without success, as SQL. */
export function isUndoneSql(kind: WorkflowKind, subjectId: string): string {
  return isInSql(kind, subjectId, ['compensated', 'abandoned']);
}

function isInSql(kind: WorkflowKind, subjectId: string, states: readonly WorkflowState[]): string {
  const list = states.map((state) => `'${state}'`).join(', ');
  return `EXISTS (SELECT FROM workflows w
    WHERE w.kind = '${kind}' AND w.subject_id = ${subjectId} AND w.state IN (${list}))`;
}
