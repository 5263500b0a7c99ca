import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { assertRefundable } from './assertRefundable.ts';
import type { RefundDeps } from './deps.ts';
import type { Outcome } from './outcome.ts';
import { isManualRefund, refreshRefund } from './refreshRefund.ts';
import { reserveRefund } from './reserveRefund.ts';
import { sendAllocations } from './sendAllocations.ts';
import { settleAllocation } from './settleAllocation.ts';
import { retryAllocation, selectAllocationsOf, type AllocationRow } from './statements.ts';

/**
 * Tries again what has failed of a refund, or waits for someone to say that it is done.
 * @throws {AppError} refund_exceeds_payment; state_conflict when it has succeeded, or waits for a
 *   dispute that is open.
 */
export async function retryRefund(deps: RefundDeps, ctx: Context, refundId: string): Promise<void> {
  const allocations = await ctx.db.query(selectAllocationsOf, { refundId });
  const failed = allocations.filter(({ status }) => status === 'failed');
  refuseIfPointless(allocations);
  const parts = failed.map(({ paymentId, amount }) => ({ paymentId, amount }));
  await assertRefundable(ctx, parts);
  await reserveRefund(ctx, parts);
  for (const { id } of failed) await ctx.db.execute(retryAllocation, { id });
  await refreshRefund(deps, ctx, refundId);
  await sendAllocations(
    deps,
    ctx,
    (await ctx.db.query(selectAllocationsOf, { refundId })).filter(isOpen),
  );
}

/**
 * Tries no more to pay back what no provider has been asked for, or what it has refused.
 * @throws {AppError} state_conflict when some of it may be on its way.
 */
export async function abandonRefund(
  deps: RefundDeps,
  ctx: Context,
  refundId: string,
  why: string,
): Promise<void> {
  const open = (await ctx.db.query(selectAllocationsOf, { refundId })).filter(isOpen);
  if (
    !open.every(
      (allocation) => isManualRefund(deps.providers, allocation) || isNotInProgress(allocation),
    )
  ) {
    const message = 'Part of the refund may be in progress. Wait until it has succeeded or failed.';
    throw new AppError('state_conflict', message);
  }
  const outcome: Outcome = { status: 'failed', providerId: null, failure: why };
  for (const allocation of open) await settleAllocation(deps, ctx, allocation, outcome);
}

function refuseIfPointless(allocations: readonly AllocationRow[]): void {
  if (allocations.every(({ status }) => status === 'succeeded')) {
    throw new AppError('state_conflict', 'The refund has succeeded, so there is nothing to retry.');
  }
  const hasFailed = allocations.some(({ status }) => status === 'failed');
  if (
    hasFailed ||
    !allocations.some(({ status, isDisputed }) => status === 'waiting' && isDisputed)
  )
    return;
  const message = 'The payment is disputed. The refund continues when the dispute is decided.';
  throw new AppError('state_conflict', message);
}

const isOpen = ({ status }: AllocationRow) => status === 'pending' || status === 'waiting';

/** Whether it was never requested from a provider, or was refused. */
function isNotInProgress({ status, attempt, askedAt, providerId }: AllocationRow): boolean {
  const isUnasked = askedAt === null && providerId === null;
  return isUnasked && (status === 'waiting' || attempt === 1);
}
