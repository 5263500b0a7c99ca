import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RemoteProvider, RemoteRefund } from '../../../ports/paymentProvider.ts';
import {
  ProviderBlocked,
  ProviderRefusal,
  ProviderSpent,
  ProviderUnavailable,
} from '../../../ports/paymentProviderErrors.ts';
import { lockPaymentsOf } from '../ledger/locks.ts';
import type { RefundDeps } from './deps.ts';
import { findAllocation } from './findAllocation.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { settleAllocation } from './settleAllocation.ts';
import { markRequested, selectAllocation, spendAttempt, type AllocationRow } from './statements.ts';

/** Providers remember an idempotency key for 24 hours; the same key makes a second refund after that. */
const KEY_IS_SAFE_MS = 23 * 60 * 60_000;

/**
 * Makes an allocation that was written down, or asks for its outcome. For the job. One that a
 * dispute blocks, or a refund made elsewhere, waits until that is decided (resumeWaitingRefunds).
 * @returns whether it waits no longer and less is left of its payment, so that it cannot be made.
 */
export async function executeAllocation(
  deps: RefundDeps,
  ctx: Context,
  allocationId: string,
): Promise<boolean> {
  const allocation = await findAllocation(ctx, allocationId);
  const { status, isDisputed, amount, paymentLeft } = allocation;
  const remote = deps.providers.remoteOf(allocation.provider);
  if ((status !== 'pending' && status !== 'waiting') || !remote) return false;
  if (status === 'waiting' && isDisputed) return false;
  if (status === 'waiting' && paymentLeft < amount) return true;
  const seen = await requestRefund(ctx, remote, allocation);
  await inTransaction(ctx, async (ctx) => {
    // The order first, as everywhere.
    await lockPaymentsOf(ctx, allocation.orderId);
    const [now] = await ctx.db.query(selectAllocation, { id: allocationId });
    if (now?.attempt === allocation.attempt)
      await settleAllocation(deps, ctx, now, outcomeOf(now, seen));
  });
  return false;
}

/** The refund as its provider has it now, made at most once; its refusal is a refund that has failed. */
async function requestRefund(
  ctx: Context,
  remote: RemoteProvider,
  allocation: AllocationRow,
): Promise<RemoteRefund | Outcome> {
  const { id, attempt, providerId, providerPaymentId, amount, currency } = allocation;
  if (providerId !== null) return remote.retrieveRefund(providerId);
  if (providerPaymentId === null) throw new Error(`${allocation.paymentId} has no provider's id`);
  const made = isPossiblyMade(allocation) && (await findMade(remote, providerPaymentId, id));
  if (made) return made;
  await ctx.db.execute(markRequested, { id, attempt });
  try {
    const money = { amount, currency };
    return await remote.refund({ id, attempt, providerPaymentId, amount: money });
  } catch (error) {
    if (error instanceof ProviderUnavailable && error.isAnswered) {
      await ctx.db.execute(spendAttempt, { id, attempt, message: error.message });
    }
    if (!(error instanceof ProviderRefusal)) throw error;
    const own = error instanceof ProviderSpent && (await findMade(remote, providerPaymentId, id));
    const status = error instanceof ProviderBlocked ? 'waiting' : 'failed';
    return own || { status, providerId: null, failure: error.message };
  }
}

/** Whether the provider may have made this allocation already and no longer know its key. */
function isPossiblyMade({ attempt, askedAt, createdAt }: AllocationRow): boolean {
  return attempt > 1 || Date.now() - (askedAt ?? createdAt).getTime() > KEY_IS_SAFE_MS;
}

/** What an earlier try has made at the provider, if it has come to anything. */
async function findMade(
  remote: RemoteProvider,
  providerPaymentId: string,
  allocationId: string,
): Promise<RemoteRefund | undefined> {
  const refunds = await remote.refundsOf(providerPaymentId);
  return refunds.find(
    ({ allocation, status }) => allocation?.id === allocationId && status !== 'failed',
  );
}
