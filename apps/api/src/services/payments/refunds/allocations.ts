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
import { refundStatusOf, canMoveTransfer } from './status.ts';
import { createRefundRetries } from './retryRefund.ts';
import { createRefundHolds } from './holdRefund.ts';
import {
  moveTransfer,
  reserveParts,
  reserveUnasked,
  selectTransfersOf,
  updateRefundStatus,
  type TransferRow,
} from './statements.ts';

/** How long a refund that is under way at the provider is left alone before it is asked after. */
const ASK_AGAIN_AFTER_MS = 15 * 60_000;

export interface TransferDeps {
  orders: OrdersService;
  queue: QueueService;
  credit: CreditPayments;
  providers: ProviderRegistry;
}

export type Transfers = ReturnType<typeof createTransfers>;

/**
 * Refunds and their transfers: how they are written down and what follows when one is decided. All
 * of it is done in a transaction that has locked the order and its payments.
 */
export function createTransfers({ orders, queue, credit, providers }: TransferDeps) {
  const isByHand = ({ provider }: TransferRow) =>
    !providers.isRemote(provider) && provider !== 'credit';

  const waiting = createRefundHolds({
    enqueue,
    fail: (ctx, transfer, failure) =>
      settle(ctx, transfer, { status: 'failed', providerId: null, failure, isNeedless: true }),
  });

  const retrying = createRefundRetries({ reserve, send, settle, refresh, isByHand });

  /** Has a job make a transfer, or ask after it. */
  async function enqueue(ctx: Context, transferId: string, runAt?: Date): Promise<void> {
    const jobKey = `${refundPaymentJob.name}:${transferId}`;
    const options = { jobKey, ...(runAt && { runAt }) };
    await queue.enqueue(ctx, refundPaymentJob, { transferId, refundId: transferId }, options);
  }

  /**
   * Writes down that money is to go back, before any provider hears of it, and has jobs see to it.
   * What staff refund of a payment outside of the shop has gone back outside of it too, at once; and
   * what was paid with credit is on its account again at once, whoever refunds it.
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
    await send(ctx, await ctx.db.query(selectTransfersOf, { refundId: id }));
    return id;
  }

  async function reserve(ctx: Context, parts: NewRefund['parts']): Promise<void> {
    const reserved = await ctx.db.execute(reserveParts, {
      paymentIds: parts.map(({ paymentId }) => paymentId),
      amounts: parts.map(({ amount }) => amount),
    });
    if (reserved !== parts.length) throw exceeds();
  }

  /** Sets pending transfers going. */
  async function send(ctx: Context, transfers: readonly TransferRow[]): Promise<void> {
    for (const transfer of transfers) {
      const { id, creditAccountId: accountId } = transfer;
      if (accountId !== null) {
        await credit.payBack(ctx, transfer, accountId);
        await settle(ctx, transfer, paidBack);
      } else if (!isByHand(transfer)) await enqueue(ctx, id);
      else if (ctx.actor.kind === 'staff') await settle(ctx, transfer, paidBack);
      else await refresh(ctx, transfer.refundId);
    }
  }

  /** Takes note of what has become of a transfer, by whatever way the news came. */
  async function settle(ctx: Context, transfer: TransferRow, seen: Outcome): Promise<void> {
    const { id, orderId, status, amount, refundId } = transfer;
    const isStillPending = status === 'pending' && seen.status === 'pending';
    if (!isStillPending && !canMoveTransfer(status, seen.status)) return;
    const { providerId, failure } = seen;
    const move = { id, from: status, to: seen.status, providerId, failure };
    if ((await ctx.db.execute(moveTransfer, move)) === 0) return;
    if (seen.status === 'pending') {
      await enqueue(ctx, id, new Date(Date.now() + ASK_AGAIN_AFTER_MS));
    }
    if (isStillPending) return;
    if (seen.status === 'pending') return refresh(ctx, refundId);
    if (seen.status === 'waiting') {
      await refresh(ctx, refundId);
      return waiting.wake(ctx, orderId, false);
    }
    const payment = { id: transfer.paymentId, currency: transfer.currency };
    const reference = seen.providerId ?? transfer.providerId ?? id;
    if (seen.status === 'succeeded') await record(ctx, payment, 'refunded', amount, reference);
    else if (status === 'succeeded') await record(ctx, payment, 'refund_failed', amount, reference);
    const isBad = seen.status === 'failed' && seen.isNeedless !== true;
    if (isBad) await emit(ctx, 'refund.failed', { orderId, refundId });
    await refresh(ctx, refundId);
    const { hasOrphanedHold } = await followFigures(ctx, orders, orderId, reasons[seen.status]);
    if (hasOrphanedHold) await credit.releaseHold(ctx, orderId);
    await closeObsoleteRefunds(ctx, orderId);
  }

  /** The refund's status follows its transfers. @throws {AppError} refund_exceeds_payment */
  async function refresh(ctx: Context, refundId: string): Promise<void> {
    const transfers = await ctx.db.query(selectTransfersOf, { refundId });
    const [first] = transfers;
    if (!first) throw new Error(`The refund ${refundId} has no transfer`);
    const { orderId, refundStatus: was } = first;
    const parts = transfers.map((row) => ({ status: row.status, isByHand: isByHand(row) }));
    const now = refundStatusOf(parts);
    if (now === was) return;
    const isUnknown = !transfers.some(({ isDisputed }) => isDisputed);
    const why = whyLeft(now, transfers);
    await ctx.db.execute(updateRefundStatus, { id: refundId, from: was, to: now, why, isUnknown });
    if (now === 'failed') await orders.uncountRefunded(ctx, refundId);
    if (was === 'failed' && !(await orders.countRefunded(ctx, refundId))) throw exceeds();
    if (now === 'succeeded') await emit(ctx, 'refund.succeeded', { orderId, refundId });
    const waits = now === 'needs_person' && transfers.every(({ status }) => status !== 'failed');
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
    await ctx.db.execute(reserveUnasked, { paymentId, amount });
    const parts = [{ paymentId, amount }];
    const reason = 'provider';
    const id = await writeRefund(
      ctx,
      { orderId, currency, reason, parts },
      providerId ?? undefined,
    );
    const [transfer] = await ctx.db.query(selectTransfersOf, { refundId: id });
    if (transfer) await settle(ctx, transfer, refund);
    await waiting.wake(ctx, orderId);
  }

  return { begin, settle, note, ...waiting, ...retrying };
}

/** Why a refund is left to a person, or waits, as its workflow says it. */
function whyLeft(status: RefundStatus, transfers: readonly TransferRow[]): string | null {
  if (status === 'waiting' && transfers.some(({ isDisputed }) => isDisputed)) {
    return 'a dispute blocks it; it is asked for again when that is decided';
  }
  if (status === 'waiting') return 'refused; it is asked for again when the shop has heard why';
  if (status !== 'failed' && status !== 'needs_person') return null;
  const failed = transfers.filter(({ status }) => status === 'failed');
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
