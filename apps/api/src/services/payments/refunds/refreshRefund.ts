import { localProvider } from '../../../domains/payments.enums.ts';
import type { RefundStatus } from '../../../domains/refunds.enums.ts';
import { emit } from '../../../events/outbox.ts';
import type { Context } from '../../../kernel/context.ts';
import type { ProviderRegistry } from '../providers/registry.ts';
import type { RefundDeps } from './deps.ts';
import { refundExceeds } from './reserveRefund.ts';
import { selectAllocationsOf, updateRefundStatus, type AllocationRow } from './statements.ts';
import { refundStatusOf } from './status.ts';

/**
 * Derives the refund's status from its allocations.
 * @throws {AppError} refund_exceeds_payment
 */
export async function refreshRefund(
  { orders, providers }: Pick<RefundDeps, 'orders' | 'providers'>,
  ctx: Context,
  refundId: string,
): Promise<void> {
  const allocations = await ctx.db.query(selectAllocationsOf, { refundId });
  const [first] = allocations;
  if (!first) throw new Error(`The refund ${refundId} has no allocation`);
  const { orderId, refundStatus: was } = first;
  const parts = allocations.map((row) => ({
    status: row.status,
    isManualRefund: isManualRefund(providers, row),
  }));
  const now = refundStatusOf(parts);
  if (now === was) return;
  const isUnknown = !allocations.some(({ isDisputed }) => isDisputed);
  const why = whyLeft(now, allocations);
  await ctx.db.execute(updateRefundStatus, { id: refundId, from: was, to: now, why, isUnknown });
  if (now === 'failed') await orders.uncountRefunded(ctx, refundId);
  if (was === 'failed' && !(await orders.countRefunded(ctx, refundId))) throw refundExceeds();
  if (now === 'succeeded') await emit(ctx, 'refund.succeeded', { orderId, refundId });
  const waits = now === 'needs_person' && allocations.every(({ status }) => status !== 'failed');
  if (waits) await emit(ctx, 'refund.failed', { orderId, refundId });
}

/** Whether no provider pays an allocation back: staff do, and say so. */
export function isManualRefund(providers: ProviderRegistry, { provider }: AllocationRow): boolean {
  return !providers.isRemote(provider) && provider !== localProvider.credit;
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
