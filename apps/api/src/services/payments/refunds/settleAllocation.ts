import type { AllocationStatus } from '../../../domains/refunds.enums.ts';
import { emit } from '../../../events/outbox.ts';
import type { Context } from '../../../kernel/context.ts';
import { releaseHeldCredit } from '../creditPayments.ts';
import { followFigures, record } from '../ledger/ledger.ts';
import { closeObsoleteRefunds } from './closeObsoleteRefunds.ts';
import type { RefundDeps } from './deps.ts';
import type { Outcome } from './outcome.ts';
import { queueAllocation } from './queueAllocation.ts';
import { refreshRefund } from './refreshRefund.ts';
import { moveAllocation, selectAllocation, type AllocationRow } from './statements.ts';
import { canMoveAllocation } from './status.ts';
import { closeRefund, selectWaiting } from './waitingStatements.ts';

/** How long a refund in progress at the provider waits before the shop asks for its status. */
const ASK_AGAIN_AFTER_MS = 15 * 60_000;

const reasons: Record<AllocationStatus, string> = {
  pending: 'a refund is pending',
  waiting: 'a refund waits',
  succeeded: 'refunded',
  failed: 'a refund has failed',
};

/**
 * Records the outcome of an allocation, whatever reported it. In a transaction that has locked the
 * order and its payments.
 * @throws {AppError} refund_exceeds_payment
 */
export async function settleAllocation(
  deps: RefundDeps,
  ctx: Context,
  allocation: AllocationRow,
  seen: Outcome,
): Promise<void> {
  const { id, orderId, status, refundId } = allocation;
  const isStillPending = status === 'pending' && seen.status === 'pending';
  if (!isStillPending && !canMoveAllocation(status, seen.status)) return;
  const { providerId, failure } = seen;
  const move = { id, from: status, to: seen.status, providerId, failure };
  if ((await ctx.db.execute(moveAllocation, move)) === 0) return;
  if (seen.status === 'pending') {
    await queueAllocation(deps.queue, ctx, id, new Date(Date.now() + ASK_AGAIN_AFTER_MS));
  }
  if (isStillPending) return;
  if (seen.status === 'pending') return refreshRefund(deps, ctx, refundId);
  if (seen.status === 'waiting') {
    await refreshRefund(deps, ctx, refundId);
    return resumeWaitingRefunds(deps, ctx, orderId, false);
  }
  await recordOutcome(deps, ctx, allocation, seen);
}

/** What a final outcome means for the ledger, the refund and the order. */
async function recordOutcome(
  deps: RefundDeps,
  ctx: Context,
  allocation: AllocationRow,
  seen: Outcome,
): Promise<void> {
  const { id, orderId, status, amount, refundId } = allocation;
  const payment = { id: allocation.paymentId, currency: allocation.currency };
  const reference = seen.providerId ?? allocation.providerId ?? id;
  if (seen.status === 'succeeded') await record(ctx, payment, 'refunded', amount, reference);
  else if (status === 'succeeded') await record(ctx, payment, 'refund_failed', amount, reference);
  const isBad = seen.status === 'failed' && seen.isObsolete !== true;
  if (isBad) await emit(ctx, 'refund.failed', { orderId, refundId });
  await refreshRefund(deps, ctx, refundId);
  const { hasOrphanedHold } = await followFigures(ctx, deps.orders, orderId, reasons[seen.status]);
  if (hasOrphanedHold) await releaseHeldCredit(deps, ctx, orderId);
  await closeObsoleteRefunds(ctx, orderId);
}

/**
 * Ends an allocation that is no longer paid back, or by another refund. Its own refund ends with
 * its last allocation.
 */
export async function closeAllocation(
  deps: RefundDeps,
  ctx: Context,
  allocation: AllocationRow,
  why: string,
): Promise<void> {
  if (allocation.status !== 'failed') {
    const outcome = { status: 'failed', providerId: null, failure: why, isObsolete: true } as const;
    await settleAllocation(deps, ctx, allocation, outcome);
  }
  await ctx.db.execute(closeRefund, { refundId: allocation.refundId, why });
}

/**
 * Continues the refunds of an order that wait for a dispute, or for a refund made elsewhere: their
 * payments' refundable amounts are known now, and what has nothing left is closed.
 * @param hasNewFacts whether more is known than when they were refused: only then does it make sense to
 *   ask again for all of it.
 */
export async function resumeWaitingRefunds(
  deps: RefundDeps,
  ctx: Context,
  orderId: string,
  hasNewFacts = true,
): Promise<void> {
  for (const one of await ctx.db.query(selectWaiting, { orderId })) {
    const [allocation] = one.isSpent ? await ctx.db.query(selectAllocation, { id: one.id }) : [];
    if (allocation) {
      await closeAllocation(deps, ctx, allocation, 'its money has gone back in another way');
    } else if (!one.isDisputed && (hasNewFacts || one.isShort)) {
      await queueAllocation(deps.queue, ctx, one.id);
    }
  }
}
