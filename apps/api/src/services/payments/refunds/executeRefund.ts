import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import type {
  RemotePayment,
  RemoteProvider,
  RemoteRefund,
} from '../../../ports/paymentProvider.ts';
import {
  ProviderBlocked,
  ProviderRefusal,
  ProviderSpent,
  ProviderUnavailable,
} from '../../../ports/paymentProviderErrors.ts';
import { NotOurs } from '../../../utils/notOurs.ts';
import { refuseForeign, UnknownPayment } from '../applyProviderUpdate.ts';
import { lockPaymentsOf } from '../ledger/locks.ts';
import type { ProviderName } from '../providers/provider.ts';
import { selectByProviderId } from '../ledger/statements.ts';
import {
  markRequested,
  selectSeenAllocation,
  selectAllocation,
  spendAttempt,
  type AllocationRow,
} from './statements.ts';
import type { RefundDeps } from './deps.ts';
import type { Outcome } from './outcome.ts';
import { recordForeignRefund } from './recordForeignRefund.ts';
import { settleAllocation } from './settleAllocation.ts';

/** Providers remember an idempotency key for 24 hours; the same key makes a second refund after that. */
const KEY_IS_SAFE_MS = 23 * 60 * 60_000;

export interface RefundExecutionDeps extends RefundDeps {
  applyUpdate: (ctx: Context, seen: RemotePayment) => Promise<unknown>;
}

/** Refunds at the provider, and the provider's updates about them. */
export function createRefundExecution(deps: RefundExecutionDeps) {
  const { providers, applyUpdate } = deps;

  /**
   * Makes an allocation that was written down, or asks for its outcome. For the job. One that a
   * dispute blocks, or a refund made elsewhere, waits until that is decided (wakeRefunds).
   * @returns whether it waits no longer and less is left of its payment, so that it cannot be made.
   */
  async function settle(ctx: Context, allocationId: string): Promise<boolean> {
    const allocation = await read(ctx, allocationId);
    const { status, isDisputed, amount, paymentLeft } = allocation;
    const remote = providers.remoteOf(allocation.provider);
    if ((status !== 'pending' && status !== 'waiting') || !remote) return false;
    if (status === 'waiting' && isDisputed) return false;
    if (status === 'waiting' && paymentLeft < amount) return true;
    const seen = await ask(ctx, remote, allocation);
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
  async function ask(
    ctx: Context,
    remote: RemoteProvider,
    allocation: AllocationRow,
  ): Promise<RemoteRefund | Outcome> {
    const { id, attempt, providerId, providerPaymentId, amount, currency } = allocation;
    if (providerId !== null) return remote.retrieveRefund(providerId);
    if (providerPaymentId === null) throw new Error(`${allocation.paymentId} has no provider's id`);
    const made = mayBeMade(allocation) && (await find(remote, providerPaymentId, id));
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
      const own = error instanceof ProviderSpent && (await find(remote, providerPaymentId, id));
      const status = error instanceof ProviderBlocked ? 'waiting' : 'failed';
      return own || { status, providerId: null, failure: error.message };
    }
  }

  /**
   * Records a refund at a provider, which the shop or someone in the provider's dashboard has
   * made. It may be told any number of times and in any order.
   * @throws {UnknownPayment} when its payment is not in the books yet; {NotOurs} when it never will be.
   */
  async function recordRemoteRefund(ctx: Context, provider: ProviderName, seen: RemoteRefund) {
    if (seen.providerPaymentId === null) {
      throw new NotOurs(`${seen.providerId} is of a charge that was made without a payment`);
    }
    const [payment] = await ctx.db.query(selectByProviderId, {
      providerId: seen.providerPaymentId,
    });
    const remote = providers.remoteOf(provider);
    if (!payment) {
      // A refund carries no mark that tells whose its payment is.
      if (remote) refuseForeign(await remote.retrieve(seen.providerPaymentId, 'job'));
      throw new UnknownPayment(`No payment of ours has the refund ${seen.providerId}`);
    }
    // The shop may hear of the refund before it hears of the money.
    if (payment.status !== 'succeeded' && remote && payment.providerId !== null) {
      await applyUpdate(ctx, await remote.retrieve(payment.providerId, 'job'));
    }
    await inTransaction(ctx, async (ctx) => {
      await lockPaymentsOf(ctx, payment.orderId);
      const ours = { providerId: seen.providerId, id: seen.allocation?.id ?? null };
      const [allocation] = await ctx.db.query(selectSeenAllocation, ours);
      if (allocation && isSame(allocation, seen))
        await settleAllocation(deps, ctx, allocation, outcomeOf(allocation, seen));
      // What was made elsewhere and has failed has moved no money.
      else if (seen.status !== 'failed') {
        const { status, providerId, failure } = seen;
        const amount = amountIn(payment.currency, seen);
        await recordForeignRefund(deps, ctx, payment, { amount, status, providerId, failure });
      }
    });
  }

  /** Asks a provider about one of its refunds, and records it. @throws {UnknownPayment} */
  async function syncRefund(ctx: Context, provider: ProviderName, providerId: string) {
    const remote = providers.remoteOf(provider);
    if (remote) await recordRemoteRefund(ctx, provider, await remote.retrieveRefund(providerId));
  }

  /** The same for every refund of a payment, or of a charge of it. @throws {UnknownPayment} */
  async function syncRefundsOf(ctx: Context, provider: ProviderName, providerId: string) {
    const refunds = (await providers.remoteOf(provider)?.refundsOf(providerId)) ?? [];
    // Oldest first, as they were made.
    for (const refund of refunds.toReversed()) await recordRemoteRefund(ctx, provider, refund);
  }

  return { settle, find: read, syncRefund, syncRefundsOf };
}

async function read(ctx: Context, allocationId: string): Promise<AllocationRow> {
  const [allocation] = await ctx.db.query(selectAllocation, { id: allocationId });
  if (!allocation) throw new Error(`There is no allocation ${allocationId}`);
  return allocation;
}

/** Whether the provider may have made this allocation already without knowing its key any more. */
function mayBeMade({ attempt, askedAt, createdAt }: AllocationRow): boolean {
  return attempt > 1 || Date.now() - (askedAt ?? createdAt).getTime() > KEY_IS_SAFE_MS;
}

/** What an earlier try has made at the provider, if it has come to anything. */
async function find(
  remote: RemoteProvider,
  providerPaymentId: string,
  allocationId: string,
): Promise<RemoteRefund | undefined> {
  const refunds = await remote.refundsOf(providerPaymentId);
  return refunds.find(
    ({ allocation, status }) => allocation?.id === allocationId && status !== 'failed',
  );
}

/** Whether the update concerns the row's current attempt, and not an earlier one that has failed. */
function isSame({ id, providerId, status, attempt }: AllocationRow, seen: RemoteRefund): boolean {
  if (providerId !== null) return providerId === seen.providerId;
  if (seen.allocation?.id !== id) return false;
  if (status !== 'pending' && status !== 'waiting') return false;
  return seen.status !== 'failed' || seen.allocation.attempt === attempt;
}

/** What is seen of an allocation. One that was pending there as a dispute began is asked for again later. */
function outcomeOf({ status: was }: AllocationRow, seen: RemoteRefund | Outcome): Outcome {
  const { status, providerId, failure } = seen;
  const isBlocked = 'isBlocked' in seen && seen.isBlocked && was !== 'succeeded';
  return isBlocked
    ? { status: 'waiting', providerId: null, failure }
    : { status, providerId, failure };
}

function amountIn(currency: string, { providerId, amount }: RemoteRefund): number {
  if (amount.currency === currency) return amount.amount;
  throw new Error(`${providerId} is in ${amount.currency} and its payment in ${currency}`);
}
