import type { AllocationStatus } from '../../../domains/refunds.enums.ts';
import type { RemoteRefund } from '../../../ports/paymentProvider.ts';
import type { AllocationRow } from './statements.ts';

/** The outcome of an allocation. */
export interface Outcome {
  readonly status: AllocationStatus;
  readonly providerId: string | null;
  readonly failure: string | null;
  /** Whether its money has gone back in another way, so that staff are not told that it failed. */
  readonly isObsolete?: boolean;
}

/** What is seen of an allocation. One that was pending there as a dispute began is asked for again later. */
export function outcomeOf({ status: was }: AllocationRow, seen: RemoteRefund | Outcome): Outcome {
  const { status, providerId, failure } = seen;
  const isBlocked = 'isBlocked' in seen && seen.isBlocked && was !== 'succeeded';
  return isBlocked
    ? { status: 'waiting', providerId: null, failure }
    : { status, providerId, failure };
}
