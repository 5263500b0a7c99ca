import { withDeps } from '../utils/withDeps.ts';
import type { RefundsDeps } from './refunds/deps.ts';
import { getRefund, listRefunds } from './refunds/findRefunds.ts';
import { refundRest, refundWon } from './refunds/refundRest.ts';
import { requireFreshForRest } from './refunds/requireFresh.ts';
import { requestRefund } from './refunds/requestRefund.ts';
import { resumeAllocation, retryRefund } from './refunds/resumeRefund.ts';

export type { Refund } from './refunds/statements.ts';

export type RefundsService = ReturnType<typeof createRefundsService>;

/** Paying back: what of an order, how much, by which payments. Stands above payments and stock. */
export function createRefundsService(deps: RefundsDeps) {
  return {
    get: getRefund,
    list: listRefunds,
    ...withDeps(deps, {
      request: requestRefund,
      refundRest,
      requireFreshForRest,
      refundWon,
      retry: retryRefund,
      resumeAllocation,
    }),
  };
}
