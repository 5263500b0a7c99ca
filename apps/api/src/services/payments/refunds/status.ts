import type { AllocationStatus, RefundStatus } from '../../../domains/refunds.enums.ts';

interface Part {
  readonly status: AllocationStatus;
  /** Whether no provider pays it back: someone has to, and to say so. */
  readonly isManualRefund: boolean;
}

/**
 * A refund's status by those of its allocations. It has failed when nothing more of it goes back;
 * a part that went back while another did not is for a person to decide on.
 * What a dispute blocks waits as long as that is all that is left to do.
 */
export function refundStatusOf(parts: readonly Part[]): RefundStatus {
  const pending = parts.filter(({ status }) => status === 'pending');
  if (pending.length > 0)
    return pending.some(({ isManualRefund }) => isManualRefund) ? 'needs_person' : 'pending';
  if (parts.some(({ status }) => status === 'waiting')) return 'waiting';
  if (parts.every(({ status }) => status === 'succeeded')) return 'succeeded';
  return parts.some(({ status }) => status === 'succeeded') ? 'needs_person' : 'failed';
}

/** Providers' messages come in any order; failure is final, and a success may still turn into it. */
const transitions: Readonly<Record<AllocationStatus, readonly AllocationStatus[]>> = {
  pending: ['succeeded', 'failed', 'waiting'],
  // Asked again, the provider may pay back, take its time, or refuse for the same reason.
  waiting: ['pending', 'waiting', 'succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
};

/** Whether an allocation in state `from` may go to `to`. */
export function canMoveAllocation(from: AllocationStatus, to: AllocationStatus): boolean {
  return transitions[from].includes(to);
}
