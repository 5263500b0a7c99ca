import type { Prisma } from '../../db/generated/client.ts';
import { idPage } from '../../db/idPage.ts';
import {
  stepStates,
  workflowKinds,
  type StepState,
  type WorkflowFilter,
  type WorkflowKind,
  type WorkflowState,
} from '../../domains/workflows.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { memberOf } from '../../utils/memberOf.ts';
import type { IdRange } from '../../utils/page.ts';

interface WorkflowStep {
  name: string;
  state: StepState;
  attempts: number;
  error: string | null;
  startedAt: Date;
  finishedAt: Date | null;
}

export interface Workflow {
  id: string;
  kind: WorkflowKind;
  /** The order's id, or the refund's. */
  subjectId: string;
  state: WorkflowState;
  step: string;
  attempts: number;
  deadlineAt: Date | null;
  lastError: string | null;
  createdAt: Date;
  updatedAt: Date;
  steps: WorkflowStep[];
}

export interface WorkflowFilters {
  readonly state?: WorkflowFilter | undefined;
  readonly kind?: WorkflowKind | undefined;
  readonly subject?: string | undefined;
}

const inProgress: WorkflowState[] = ['running', 'waiting'];

const include = {
  steps: {
    omit: { workflowId: true },
    orderBy: [{ startedAt: 'asc' }, { finishedAt: { sort: 'asc', nulls: 'last' } }],
  },
} satisfies Prisma.WorkflowInclude;

/** A workflow with its steps. */
export async function findWorkflow({ db }: Context, id: string): Promise<Workflow | undefined> {
  const row = await db.prisma.workflow.findUnique({ where: { id }, include });
  return row === null ? undefined : workflowOf(row);
}

/** Workflows with their steps, within a range of ids. */
export async function findWorkflows(
  { db }: Context,
  range: IdRange,
  { state, kind, subject }: WorkflowFilters,
): Promise<Workflow[]> {
  const { id, ...page } = idPage(range);
  const where = {
    id,
    ...(state !== undefined && { state: { in: statesOf(state) } }),
    ...(state === 'stuck' && { deadlineAt: { lt: new Date() } }),
    ...(kind !== undefined && { kind }),
    ...(subject !== undefined && { subjectId: subject }),
  };
  const rows = await db.prisma.workflow.findMany({ where, include, ...page });
  return rows.map(workflowOf);
}

function statesOf(filter: WorkflowFilter): WorkflowState[] {
  if (filter === 'in_progress' || filter === 'stuck') return inProgress;
  return [filter === 'failed' ? 'needs_person' : filter];
}

type WorkflowRow = Prisma.WorkflowGetPayload<{ include: typeof include }>;

/** Both words are text in the database, written by our own statements and a trigger. */
function workflowOf({ kind, steps, ...workflow }: WorkflowRow): Workflow {
  return {
    ...workflow,
    kind: memberOf(workflowKinds, kind),
    steps: steps.map(({ state, ...step }) => ({ ...step, state: memberOf(stepStates, state) })),
  };
}
