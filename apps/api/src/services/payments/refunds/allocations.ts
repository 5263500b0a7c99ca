import type { AllocationStatus, RefundStatus } from '../../../domains/refunds.enums.ts';
import { emit } from '../../../events/outbox.ts';
import { refundPaymentJob } from '../../../jobs/payments.refund.job.ts';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { OrdersService } from '../../orders.service.ts';
import type { QueueService } from '../../queue.service.ts';
import type { CreditPayments } from '../creditPayments.ts';
import { followFigures, record } from '../ledger/ledger.ts';
import { writeRefund, type NewRefund } from './writeRefund.ts';
import type { ProviderRegistry } from '../providers/registry.ts';
import { closeObsoleteRefunds } from './closeObsoleteRefunds.ts';
import type { Outcome } from './outcome.ts';
import { refundStatusOf, canMoveAllocation } from './status.ts';
import { createRefundRetries } from './retryRefund.ts';
import { createRefundHolds } from './holdRefund.ts';
import {
  moveAllocation,
  reserveParts,
  reserveRemoteRefund,
  selectAllocationsOf,
  updateRefundStatus,
  type AllocationRow,
} from './statements.ts';

/** How long a refund in progress at the provider waits before the shop asks for its status. */
const ASK_AGAIN_AFTER_MS = 15 * 60_000;

export interface AllocationDeps {
  orders: OrdersService;
  queue: QueueService;
  credit: CreditPayments;
  providers: ProviderRegistry;
}

export type Allocations = ReturnType<typeof createAllocations>;

/**
 * Refunds and their allocations: how they are written down and what follows when one is decided. All
 * of it is done in a transaction that has locked the order and its payments.
 */
export function createAllocations({ orders, queue, credit, providers }: AllocationDeps) {
  const isByHand = ({ provider }: AllocationRow) =>
    !providers.isRemote(provider) && provider !== 'credit';

  const waiting = createRefundHolds({
    enqueue,
    fail: (ctx, allocation, failure) =>
      settle(ctx, allocation, { status: 'failed', providerId: null, failure, isNeedless: true }),
  });

  const retrying = createRefundRetries({ reserve, send, settle, refresh, isByHand });

  /** Queues a job that pays an allocation back, or asks for its status. */
  async function enqueue(ctx: Context, allocationId: string, runAt?: Date): Promise<void> {
    const jobKey = `${refundPaymentJob.name}:${allocationId}`;
    const options = { jobKey, ...(runAt && { runAt }) };
    await queue.enqueue(ctx, refundPaymentJob, { allocationId, refundId: allocationId }, options);
  }

  /**
   * Writes down that money is to go back, before any provider hears of it, and has jobs see to it.
   * What staff refund of a payment outside of the shop has gone back outside of it too, at once; and
   * what was paid with credit is on its account again at once, in any case.
   * @returns the refund's id.
   * @throws {AppError} refund_exceeds_payment when a payment, a line or shipping has less left.
   */
  async function begin(ctx: Context, refund: NewRefund): Promise<string> {
    const { parts } = refund;
    await reserve(ctx, parts);
    const id = await writeRefund(ctx, refund);
    if (!(await orders.countRefunded(ctx, id))) throw exceeds();
    // Goods alone come back: there is nothing to wait for or to tell.
    if (parts.length === 0)
      await ctx.db.execute(updateRefundStatus, {
        id,
        from: 'pending',
        to: 'succeeded',
        why: null,
        isUnknown: false,
      });
    await send(ctx, await ctx.db.query(selectAllocationsOf, { refundId: id }));
    return id;
  }

  async function reserve(ctx: Context, parts: NewRefund['parts']): Promise<void> {
    const reserved = await ctx.db.execute(reserveParts, {
      paymentIds: parts.map(({ paymentId }) => paymentId),
      amounts: parts.map(({ amount }) => amount),
    });
    if (reserved !== parts.length) throw exceeds();
  }

  /** Sets pending allocations going. */
  async function send(ctx: Context, allocations: readonly AllocationRow[]): Promise<void> {
    for (const allocation of allocations) {
      const { id, creditAccountId: accountId } = allocation;
      if (accountId !== null) {
        await credit.payBack(ctx, allocation, accountId);
        await settle(ctx, allocation, paidBack);
      } else if (!isByHand(allocation)) await enqueue(ctx, id);
      else if (ctx.actor.kind === 'staff') await settle(ctx, allocation, paidBack);
      else await refresh(ctx, allocation.refundId);
    }
  }

  /** Records the outcome of an allocation, whatever reported it. */
  async function settle(ctx: Context, allocation: AllocationRow, seen: Outcome): Promise<void> {
    const { id, orderId, status, amount, refundId } = allocation;
    const isStillPending = status === 'pending' && seen.status === 'pending';
    if (!isStillPending && !canMoveAllocation(status, seen.status)) return;
    const { providerId, failure } = seen;
    const move = { id, from: status, to: seen.status, providerId, failure };
    if ((await ctx.db.execute(moveAllocation, move)) === 0) return;
    if (seen.status === 'pending') {
      await enqueue(ctx, id, new Date(Date.now() + ASK_AGAIN_AFTER_MS));
    }
    if (isStillPending) return;
    if (seen.status === 'pending') return refresh(ctx, refundId);
    if (seen.status === 'waiting') {
      await refresh(ctx, refundId);
      return waiting.wake(ctx, orderId, false);
    }
    const payment = { id: allocation.paymentId, currency: allocation.currency };
    const reference = seen.providerId ?? allocation.providerId ?? id;
    if (seen.status === 'succeeded') await record(ctx, payment, 'refunded', amount, reference);
    else if (status === 'succeeded') await record(ctx, payment, 'refund_failed', amount, reference);
    const isBad = seen.status === 'failed' && seen.isNeedless !== true;
    if (isBad) await emit(ctx, 'refund.failed', { orderId, refundId });
    await refresh(ctx, refundId);
    const { hasOrphanedHold } = await followFigures(ctx, orders, orderId, reasons[seen.status]);
    if (hasOrphanedHold) await credit.releaseHold(ctx, orderId);
    await closeObsoleteRefunds(ctx, orderId);
  }

  /** The refund's status follows its allocations. @throws {AppError} refund_exceeds_payment */
  async function refresh(ctx: Context, refundId: string): Promise<void> {
    const allocations = await ctx.db.query(selectAllocationsOf, { refundId });
    const [first] = allocations;
    if (!first) throw new Error(`The refund ${refundId} has no allocation`);
    const { orderId, refundStatus: was } = first;
    const parts = allocations.map((row) => ({ status: row.status, isByHand: isByHand(row) }));
    const now = refundStatusOf(parts);
    if (now === was) return;
    const isUnknown = !allocations.some(({ isDisputed }) => isDisputed);
    const why = whyLeft(now, allocations);
    await ctx.db.execute(updateRefundStatus, { id: refundId, from: was, to: now, why, isUnknown });
    if (now === 'failed') await orders.uncountRefunded(ctx, refundId);
    if (was === 'failed' && !(await orders.countRefunded(ctx, refundId))) throw exceeds();
    if (now === 'succeeded') await emit(ctx, 'refund.succeeded', { orderId, refundId });
    const waits = now === 'needs_person' && allocations.every(({ status }) => status !== 'failed');
    if (waits) await emit(ctx, 'refund.failed', { orderId, refundId });
  }

  /** Writes down a refund that was made at the provider's: money that has moved is never refused. */
  async function note(
    ctx: Context,
    payment: { readonly id: string; readonly orderId: string; readonly currency: string },
    refund: { readonly amount: number } & Outcome,
  ): Promise<void> {
    const { id: paymentId, orderId, currency } = payment;
    const { amount, providerId } = refund;
    await ctx.db.execute(reserveRemoteRefund, { paymentId, amount });
    const parts = [{ paymentId, amount }];
    const reason = 'provider';
    const id = await writeRefund(
      ctx,
      { orderId, currency, reason, parts },
      providerId ?? undefined,
    );
    const [allocation] = await ctx.db.query(selectAllocationsOf, { refundId: id });
    if (allocation) await settle(ctx, allocation, refund);
    await waiting.wake(ctx, orderId);
  }

  return { begin, settle, note, ...waiting, ...retrying };
}

/** Why a refund is left to a person, or waits, as its workflow says it. */
function whyLeft(status: RefundStatus, allocations: readonly AllocationRow[]): string | null {
  if (status === 'waiting' && allocations.some(({ isDisputed }) => isDisputed)) {
    return 'a dispute blocks it; it is asked for again when that is decided';
  }
  if (status === 'waiting') return 'refused; it is asked for again when the shop has heard why';
  if (status !== 'failed' && status !== 'needs_person') return null;
  const failed = allocations.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return 'it is to be paid back by hand';
  const errors = failed.map(({ lastError }) => lastError ?? 'failed, and no reason was given');
  return [...new Set(errors)].join('; ');
}

/** By hand, or by the shop's own books. */
const paidBack: Outcome = { status: 'succeeded', providerId: null, failure: null };

const reasons: Record<AllocationStatus, string> = {
  pending: 'a refund is under way',
  waiting: 'a refund waits',
  succeeded: 'refunded',
  failed: 'a refund has failed',
};

function exceeds(): AppError {
  return new AppError(
    'refund_exceeds_payment',
    'The refund exceeds what is left of the payment, since another refund was made.',
  );
}
