import { inTransaction } from '../db/transaction.ts';
import type { WorkflowKind } from '../domains/workflows.enums.ts';
import type { Claim } from '../kernel/idempotencyClaim.ts';
import type { Context } from '../kernel/context.ts';
import { errorText } from '../utils/errorText.ts';
import { AppError } from '../kernel/errors.ts';
import type { Logger } from '../utils/logger.ts';
import { Unavailable } from '../utils/unavailable.ts';
import type { AuditService } from './audit.service.ts';
import type { CheckoutService } from './checkout.service.ts';
import type { OrdersService } from './orders.service.ts';
import type { PaymentsService } from './payments.service.ts';
import { createCheckoutDriver } from './recovery/checkouts.ts';
import type { Driver } from './recovery/driver.ts';
import { createRefundDriver } from './recovery/refunds.ts';
import type { RefundsService } from './refunds.service.ts';
import type { Workflow, WorkflowsService } from './workflows.service.ts';

/** Workflows taken at a time. */
const BATCH = 20;
/** With pauses of 1, 2, 4 … 60 minutes these span about four hours. */
const ESCALATE_AFTER = 8;

export interface RecoveryDeps {
  workflows: WorkflowsService;
  audit: AuditService;
  logger: Pick<Logger, 'warn'>;
  orders: OrdersService;
  payments: PaymentsService;
  checkout: CheckoutService;
  refunds: RefundsService;
}

export type RecoveryService = ReturnType<typeof createRecoveryService>;

/** Resumes workflows that have stopped; depends on all services that they consist of. */
export function createRecoveryService(deps: RecoveryDeps) {
  const { workflows, audit, logger } = deps;
  const drivers: Readonly<Record<WorkflowKind, Driver>> = {
    checkout: createCheckoutDriver(deps),
    refund: createRefundDriver(deps),
  };
  type Claimed = Pick<Workflow, 'id' | 'kind' | 'subjectId' | 'attempts'>;

  async function driveOn(ctx: Context, { id, kind, subjectId, attempts }: Claimed): Promise<void> {
    try {
      const progress = await drivers[kind].drive(ctx, subjectId);
      if (progress.kind === 'waits') await workflows.postpone(ctx, id, progress.seconds);
      if (progress.kind === 'unrecoverable') await escalate(ctx, kind, subjectId, progress.why);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      logger.warn(`A ${kind} could not be resumed`, { id, subjectId, error: errorText(error) });
      await workflows.recordError(ctx, id, why);
      // An outage ends by itself, so staff need not be called.
      if (error instanceof Unavailable) return;
    }
    if (attempts >= ESCALATE_AFTER) await escalate(ctx, kind, subjectId);
  }

  function escalate(ctx: Context, kind: WorkflowKind, subjectId: string, why?: string) {
    return inTransaction(ctx, (ctx) => workflows.escalateToStaff(ctx, kind, subjectId, why));
  }

  /** Records the actor and the reason, and claims the request's key; what follows is repeatable. */
  async function begin(
    ctx: Context,
    { id, action, reason, claim }: { id: string; action: string; reason: string; claim: Claim },
  ): Promise<Workflow> {
    return inTransaction(ctx, async (ctx) => {
      const { resumed } = await claim(ctx);
      const workflow = await workflows.get(ctx, id);
      const { kind, subjectId, state, step } = workflow;
      const details = { kind, subjectId, state, step };
      if (!resumed) await audit.record(ctx, { action, subject: id, reason, details });
      return workflow;
    });
  }

  return {
    /** Resumes workflows past their deadline; what has failed for hours needs a person. */
    async sweep(ctx: Context): Promise<void> {
      const overdue = await workflows.claimOverdue(ctx, BATCH);
      for (const workflow of overdue) await driveOn(ctx, workflow);
    },

    /**
     * Resumes a workflow that is stuck or needs a person.
     * @throws {AppError} not_found; state_conflict when it has ended; service_unavailable
     */
    async retry(ctx: Context, id: string, reason: string, claim: Claim): Promise<Workflow> {
      const { kind, subjectId } = await begin(ctx, { id, action: 'workflow.retry', reason, claim });
      if (!(await workflows.resume(ctx, id))) throw ended(await workflows.get(ctx, id));
      await drivers[kind].resume(ctx, subjectId);
      return workflows.get(ctx, id);
    },

    /**
     * Abandons it and compensates what it has done.
     * @throws {AppError} not_found; state_conflict when it has succeeded; service_unavailable
     */
    async abandon(ctx: Context, id: string, reason: string, claim: Claim): Promise<Workflow> {
      const action = 'workflow.abandon';
      const workflow = await begin(ctx, { id, action, reason, claim });
      const { kind, subjectId, state } = workflow;
      if (state === 'abandoned') return workflow;
      if (state === 'succeeded') throw ended(workflow);
      const held: Claim = async () => ({ resumed: true });
      if (state !== 'compensated') await drivers[kind].compensate(ctx, subjectId, reason, held);
      await workflows.abandon(ctx, id);
      return workflows.get(ctx, id);
    },
  };
}

function ended({ state }: Workflow): AppError {
  return new AppError(
    'state_conflict',
    `The workflow is ${state}, so there is nothing left to do.`,
  );
}
