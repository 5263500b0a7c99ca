import type { Context } from '../../../kernel/context.ts';
import type { RefundDeps } from './deps.ts';
import type { Outcome } from './outcome.ts';
import { payBackCredit } from './payBackCredit.ts';
import { queueAllocation } from './queueAllocation.ts';
import { isManualRefund, refreshRefund } from './refreshRefund.ts';
import { settleAllocation } from './settleAllocation.ts';
import type { AllocationRow } from './statements.ts';

/** By hand, or by the shop's own ledgers. */
const paidBack: Outcome = { status: 'succeeded', providerId: null, failure: null };

/**
 * Starts pending allocations. Credit is on its account again at once, and what staff refund outside
 * of the shop has gone back already; a job asks the provider for the rest.
 */
export async function sendAllocations(
  deps: RefundDeps,
  ctx: Context,
  allocations: readonly AllocationRow[],
): Promise<void> {
  for (const allocation of allocations) {
    const { id, creditAccountId: accountId } = allocation;
    if (accountId !== null) {
      await payBackCredit(deps, ctx, allocation, accountId);
      await settleAllocation(deps, ctx, allocation, paidBack);
    } else if (!isManualRefund(deps.providers, allocation))
      await queueAllocation(deps.queue, ctx, id);
    else if (isByHand(ctx)) await settleAllocation(deps, ctx, allocation, paidBack);
    else await refreshRefund(deps, ctx, allocation.refundId);
  }
}

const isByHand = ({ actor }: Context) => actor.kind === 'staff' || actor.kind === 'adminKey';
