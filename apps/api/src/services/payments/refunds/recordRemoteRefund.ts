import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RemoteRefund } from '../../../ports/paymentProvider.ts';
import { ForeignObjectError } from '../../../utils/foreignObject.ts';
import {
  applyProviderUpdate,
  refuseForeign,
  UnknownPayment,
  type ProviderUpdateDeps,
} from '../applyProviderUpdate.ts';
import { lockPaymentsOf } from '../ledger/locks.ts';
import { selectByProviderId, type PaymentRow } from '../ledger/statements.ts';
import type { ProviderName } from '../providers/provider.ts';
import { outcomeOf } from './outcome.ts';
import { recordForeignRefund } from './recordForeignRefund.ts';
import { settleAllocation } from './settleAllocation.ts';
import { selectRemoteAllocation, type AllocationRow } from './statements.ts';

/**
 * Records a refund at a provider, which the shop or someone in the provider's dashboard has
 * made. It may be told any number of times and in any order.
 * @throws {UnknownPayment} when its payment is not stored yet; {ForeignObjectError} when it never will be.
 */
export async function recordRemoteRefund(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  seen: RemoteRefund,
): Promise<void> {
  const payment = await refundedPayment(deps, ctx, provider, seen);
  await inTransaction(ctx, async (ctx) => {
    await lockPaymentsOf(ctx, payment.orderId);
    const ours = { providerId: seen.providerId, id: seen.allocation?.id ?? null };
    const [allocation] = await ctx.db.query(selectRemoteAllocation, ours);
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

/** The payment that a refund pays back, whose money is in the ledger by then. */
async function refundedPayment(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  { providerId, providerPaymentId }: RemoteRefund,
): Promise<PaymentRow> {
  if (providerPaymentId === null) {
    throw new ForeignObjectError(`${providerId} is of a charge that was made without a payment`);
  }
  const [payment] = await ctx.db.query(selectByProviderId, { providerId: providerPaymentId });
  const remote = deps.providers.remoteOf(provider);
  if (!payment) {
    // A refund carries no mark that tells whose its payment is.
    if (remote) refuseForeign(await remote.retrieve(providerPaymentId, 'job'));
    throw new UnknownPayment(`No payment of ours has the refund ${providerId}`);
  }
  // The webhook of the refund may arrive before the payment's.
  if (payment.status !== 'succeeded' && remote && payment.providerId !== null) {
    await applyProviderUpdate(deps, ctx, await remote.retrieve(payment.providerId, 'job'));
  }
  return payment;
}

/** Whether the update concerns the row's current attempt, and not an earlier one that has failed. */
function isSame({ id, providerId, status, attempt }: AllocationRow, seen: RemoteRefund): boolean {
  if (providerId !== null) return providerId === seen.providerId;
  if (seen.allocation?.id !== id) return false;
  if (status !== 'pending' && status !== 'waiting') return false;
  return seen.status !== 'failed' || seen.allocation.attempt === attempt;
}

function amountIn(currency: string, { providerId, amount }: RemoteRefund): number {
  if (amount.currency === currency) return amount.amount;
  throw new Error(`${providerId} is in ${amount.currency} and its payment in ${currency}`);
}
