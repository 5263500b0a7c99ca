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
import type { ProviderRegistry } from '../providers/registry.ts';
import { selectByProviderId } from '../ledger/statements.ts';
import {
  markAsked,
  selectSeenTransfer,
  selectTransfer,
  spendAttempt,
  type TransferRow,
} from './statements.ts';
import type { Transfers } from './allocations.ts';
import type { Outcome } from './outcome.ts';

/** Providers remember an idempotency key for 24 hours; the same key makes a second refund after that. */
const KEY_IS_SAFE_MS = 23 * 60 * 60_000;

export interface RefundExecutionDeps {
  transfers: Transfers;
  providers: ProviderRegistry;
  applyUpdate: (ctx: Context, seen: RemotePayment) => Promise<unknown>;
}

/** Paying back at the provider, and what the provider tells of refunds. */
export function createRefundExecution({ transfers, providers, applyUpdate }: RefundExecutionDeps) {
  /**
   * Makes a transfer that was written down, or asks what has become of it. For the job. One that a
   * dispute blocks, or a refund made elsewhere, waits until that is decided (waiting.ts).
   * @returns whether it waits no longer and less is left of its payment, so that it cannot be made.
   */
  async function settle(ctx: Context, transferId: string): Promise<boolean> {
    const transfer = await read(ctx, transferId);
    const { status, isDisputed, amount, paymentLeft } = transfer;
    const remote = providers.remoteOf(transfer.provider);
    if ((status !== 'pending' && status !== 'waiting') || !remote) return false;
    if (status === 'waiting' && isDisputed) return false;
    if (status === 'waiting' && paymentLeft < amount) return true;
    const seen = await ask(ctx, remote, transfer);
    await inTransaction(ctx, async (ctx) => {
      // The order first, as everywhere.
      await lockPaymentsOf(ctx, transfer.orderId);
      const [now] = await ctx.db.query(selectTransfer, { id: transferId });
      if (now?.attempt === transfer.attempt) await transfers.settle(ctx, now, outcomeOf(now, seen));
    });
    return false;
  }

  /** The refund as its provider has it now, made at most once; its refusal is a refund that has failed. */
  async function ask(
    ctx: Context,
    remote: RemoteProvider,
    transfer: TransferRow,
  ): Promise<RemoteRefund | Outcome> {
    const { id, attempt, providerId, providerPaymentId, amount, currency } = transfer;
    if (providerId !== null) return remote.retrieveRefund(providerId);
    if (providerPaymentId === null) throw new Error(`${transfer.paymentId} has no provider's id`);
    const made = mayBeMade(transfer) && (await find(remote, providerPaymentId, id));
    if (made) return made;
    await ctx.db.execute(markAsked, { id, attempt });
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
   * Takes note of a refund at a provider, which the shop or someone in the provider's dashboard has
   * made. It may be told any number of times and in any order.
   * @throws {UnknownPayment} when its payment is not in the books yet; {NotOurs} when it never will be.
   */
  async function noteRefund(ctx: Context, provider: ProviderName, seen: RemoteRefund) {
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
      const ours = { providerId: seen.providerId, id: seen.transfer?.id ?? null };
      const [transfer] = await ctx.db.query(selectSeenTransfer, ours);
      if (transfer && isSame(transfer, seen))
        await transfers.settle(ctx, transfer, outcomeOf(transfer, seen));
      // What was made elsewhere and has failed has moved no money.
      else if (seen.status !== 'failed') {
        const { status, providerId, failure } = seen;
        const amount = amountIn(payment.currency, seen);
        await transfers.note(ctx, payment, { amount, status, providerId, failure });
      }
    });
  }

  /** Asks a provider about a refund of its, and takes note of it. @throws {UnknownPayment} */
  async function syncRefund(ctx: Context, provider: ProviderName, providerId: string) {
    const remote = providers.remoteOf(provider);
    if (remote) await noteRefund(ctx, provider, await remote.retrieveRefund(providerId));
  }

  /** The same for every refund of a payment, or of a charge of it. @throws {UnknownPayment} */
  async function syncRefundsOf(ctx: Context, provider: ProviderName, providerId: string) {
    const refunds = (await providers.remoteOf(provider)?.refundsOf(providerId)) ?? [];
    // Oldest first, as they were made.
    for (const refund of refunds.toReversed()) await noteRefund(ctx, provider, refund);
  }

  return { settle, find: read, syncRefund, syncRefundsOf };
}

async function read(ctx: Context, transferId: string): Promise<TransferRow> {
  const [transfer] = await ctx.db.query(selectTransfer, { id: transferId });
  if (!transfer) throw new Error(`There is no transfer ${transferId}`);
  return transfer;
}

/** Whether the provider may have made this transfer already without knowing its key any more. */
function mayBeMade({ attempt, askedAt, createdAt }: TransferRow): boolean {
  return attempt > 1 || Date.now() - (askedAt ?? createdAt).getTime() > KEY_IS_SAFE_MS;
}

/** What an earlier try has made at the provider, if it has come to anything. */
async function find(
  remote: RemoteProvider,
  providerPaymentId: string,
  transferId: string,
): Promise<RemoteRefund | undefined> {
  const refunds = await remote.refundsOf(providerPaymentId);
  return refunds.find(({ transfer, status }) => transfer?.id === transferId && status !== 'failed');
}

/** Whether the news is of what the row tells now, and not of an earlier attempt that has failed. */
function isSame({ id, providerId, status, attempt }: TransferRow, seen: RemoteRefund): boolean {
  if (providerId !== null) return providerId === seen.providerId;
  if (seen.transfer?.id !== id) return false;
  if (status !== 'pending' && status !== 'waiting') return false;
  return seen.status !== 'failed' || seen.transfer.attempt === attempt;
}

/** What is seen of a transfer. One that was pending there as a dispute began is asked for again later. */
function outcomeOf({ status: was }: TransferRow, seen: RemoteRefund | Outcome): Outcome {
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
